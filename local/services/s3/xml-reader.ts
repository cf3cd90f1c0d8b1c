import { S3Error } from './errors.ts';

/** An element of a request body. Attributes (namespaces, as clients send them) are not kept. */
export interface XmlElement {
  readonly name: string;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement {
  name: string;
  children: XmlElement[];
  text: string;
}

/** A declaration or comment, a tag (closing, name, self-closing), or text. */
const TOKEN = /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)[^<>]*?(\/?)>|([^<]+)/y;

/**
 * Reads the small documents that S3 clients send: elements and text, no CDATA and no DTD.
 * @throws S3Error MalformedXML
 */
export function readXml(document: string): XmlElement {
  const root: OpenElement = { name: '', children: [], text: '' };
  const open = [root];
  for (const [closing, name, selfClosing, text] of tokens(document)) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.text += unescape(text);
    else if (name === undefined) continue;
    else if (closing === '/') close(open, name);
    else {
      const element: OpenElement = { name, children: [], text: '' };
      parent.children.push(element);
      if (selfClosing !== '/') open.push(element);
    }
  }
  const [only] = root.children;
  if (only === undefined || root.children.length > 1 || open.length > 1) throw malformed();
  return only;
}

/** The text of the first child with that name. */
export function childText(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text;
}

export const malformed = (): S3Error =>
  new S3Error(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema.',
  );

type Part = string | undefined;
type Token = readonly [closing: Part, name: Part, selfClosing: Part, text: Part];

function* tokens(document: string): Generator<Token> {
  let position = 0;
  while (position < document.length) {
    TOKEN.lastIndex = position;
    const found = TOKEN.exec(document);
    if (found === null) throw malformed();
    position = TOKEN.lastIndex;
    yield [found[1], found[2], found[3], found[4]];
  }
}

function close(open: OpenElement[], name: string): void {
  if (open.length < 2 || open.pop()?.name !== name) throw malformed();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function unescape(text: string): string {
  return text.replaceAll(/&([^;&]*)(;?)/g, (_all, name: string, end: string) => {
    const character = ENTITIES[name] ?? numbered(name);
    if (character === undefined || end === '') throw malformed();
    return character;
  });
}

function numbered(name: string): string | undefined {
  const [, hexadecimal, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
