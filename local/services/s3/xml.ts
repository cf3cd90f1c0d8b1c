/** A tree to be written as XML: a list repeats its element, `undefined` leaves it out. */
export interface XmlTree {
  readonly [name: string]: XmlValue;
}
type XmlScalar = string | number | boolean;
type XmlValue = XmlScalar | undefined | XmlTree | readonly (XmlTree | XmlScalar)[];

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** A document as S3 writes it; error documents have no namespace. */
export function xmlDocument(root: string, tree: XmlTree): string {
  return written(root, children(tree));
}

/** A document that is one element with text. */
export const xmlText = (root: string, text: string): string => written(root, escape(text));

function written(root: string, content: string): string {
  const namespace = root === 'Error' ? '' : ` xmlns="${NAMESPACE}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${namespace}>${content}</${root}>`;
}

function children(tree: XmlTree): string {
  return Object.entries(tree)
    .map(([name, value]) => element(name, value))
    .join('');
}

function element(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (isList(value)) return value.map((item) => element(name, item)).join('');
  return `<${name}>${typeof value === 'object' ? children(value) : escape(String(value))}</${name}>`;
}

const isList = (value: XmlValue): value is readonly (XmlTree | XmlScalar)[] => Array.isArray(value);

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Keys may hold control characters, which parsers drop or refuse unless they are references. */
function escape(text: string): string {
  return text.replaceAll(
    /[&<>"\p{Cc}]/gu,
    (found) => ENTITIES[found] ?? `&#x${found.charCodeAt(0).toString(16)};`,
  );
}
