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

/** By how people read file sizes: decimal, as disks and hubs do. */
export function sizeOf(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  if (bytes >= 1e6) return `${Math.round(bytes / 1e6)} MB`;
  return `${bytes} bytes`;
}
