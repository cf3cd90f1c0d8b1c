/** Nobody answers where a model is fetched from, or nobody who can serve now. */
export class SourceUnavailable extends Error {
  override readonly name = 'SourceUnavailable';
}

/** The source will not give the file. */
export class DownloadRefused extends Error {
  override readonly name = 'DownloadRefused';
}

/** What came, or lies here, is not the file that it should be. */
export class WrongContent extends Error {
  override readonly name = 'WrongContent';
}

/** Another process is at this model. */
export class PullUnderWay extends Error {
  override readonly name = 'PullUnderWay';
}

/** A model does not fit on the disk. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
}

/** No model can be pulled, added or removed as it was asked for. */
export class ModelUnusable extends Error {
  override readonly name = 'ModelUnusable';
}
