import type { Model } from './model.ts';

/** The commit of the hub's repository `ggerganov/whisper.cpp` that holds every file below. */
const REVISION = '5359861c739e955e79d9a303bcbc70fb988958b1';
const REPOSITORY = `https://huggingface.co/ggerganov/whisper.cpp/resolve/${REVISION}`;

/**
 * The multilingual Whisper models that whisper.cpp's authors publish, the best first: the first of
 * them that is pulled is the one that hears calls. A quantised file stands right behind its full one.
 *
 * Bytes and sha256 are the hub's own LFS records, taken over from at least five public projects
 * each that pin them and agree to the last digit (several of them beside this same revision).
 * Speed on two cores, and the memory of large-v3-turbo, small, base and tiny: measured with weights
 * of true shape, greedy. Memory with an "about": estimated, the file and half as much again.
 */
export const WHISPER_MODELS: readonly Model[] = [
  whisper(
    'large-v3',
    3_095_033_483,
    '64d182b440b98d5203c4f9bd541544d84c605196c4f7b845dfa11fb23594d1e2',
    'the most exact, for a GPU: about 4 GB of memory',
  ),
  whisper(
    'large-v3-q5_0',
    1_081_140_203,
    'd75795ecff3f83b5faa89d1900604ad8c780abd5739fae406de19f23ecd98ad1',
    'large-v3 in a third of its size, for a small GPU: about 1.6 GB',
  ),
  whisper(
    'large-v3-turbo',
    1_624_555_275,
    '1fc70f774d38eb169993ac391eea357ef47c88757ef72ee5943879b7e8e2bc69',
    'near large-v3, near three times as fast; as long as the call on two cores; 1.8 GB',
  ),
  whisper(
    'large-v3-turbo-q8_0',
    874_188_075,
    '317eb69c11673c9de1e1f0d459b253999804ec71ac4c23c17ecf5fbe24e259a1',
    "turbo in half its size: the GPU worker's own; about 1.3 GB",
  ),
  whisper(
    'large-v3-turbo-q5_0',
    574_041_195,
    '394221709cd5ad1f40c46e6031ca61bce88931e6e088c188294c6d5a55ffa7e2',
    'turbo in a third of its size: real calls on a strong CPU; about 0.9 GB',
  ),
  whisper(
    'medium',
    1_533_763_059,
    '6c14d5adee5f86394037b4e4e8b59f1673b6cee10e3cf0b11bbdbee79c156208',
    'older and slower than turbo; about 2.3 GB',
  ),
  whisper(
    'medium-q5_0',
    539_212_467,
    '19fea4b380c3a618ec4723c3eef2eb785ffba0d0538cf43f8f235e7b3b34220f',
    'medium in a third of its size; about 0.8 GB',
  ),
  whisper(
    'small',
    487_601_967,
    '1be3a9b2063867b937e64e2ec7483364a79917e157fa98c5d94b5c1fffea987b',
    'to start with: a call in a quarter of its length on two cores; 0.7 GB',
  ),
  whisper(
    'small-q8_0',
    264_464_607,
    '49c8fb02b65e6049d5fa6c04f81f53b867b5ec9540406812c643f177317f779f',
    'small in half its size; about 0.4 GB',
  ),
  whisper(
    'small-q5_1',
    190_085_487,
    'ae85e4a935d7a567bd102fe55afc16bb595bdb618e11b2fc7591bc08120411bb',
    'small in a third of its size; about 0.3 GB',
  ),
  whisper(
    'base',
    147_951_465,
    '60ed5bc3dd14eea856493d334349b405782ddcaf0028d4b5df4088345fba2efe',
    'clear speech: a call in a tenth of its length on two cores; 0.3 GB',
  ),
  whisper(
    'base-q5_1',
    59_707_625,
    '422f1ae452ade6f30a004d7e5c6a43195e4433bc370bf23fac9cc591f01a8898',
    'base in a third of its size; about 0.1 GB',
  ),
  whisper(
    'tiny',
    77_691_713,
    'be07e048e1e599ad46341c8d2a135645097a538221678b7acdd1b1919c6e1b21',
    'the fastest and weakest, to try things out; 0.2 GB',
  ),
];

/** What a person without a Whisper is told to pull: the best that keeps pace on a small machine. */
export const FIRST_WHISPER = 'small';

function whisper(name: string, bytes: number, sha256: string, about: string): Model {
  const file = `ggml-${name}.bin`;
  const published = { url: `${REPOSITORY}/${file}`, bytes, sha256 };
  return { name, kind: 'speech', file, languages: 'ar, en', about, published };
}
