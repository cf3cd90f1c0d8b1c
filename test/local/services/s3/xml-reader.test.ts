import { describe, expect, it } from 'vitest';
import { childText, readXml } from '../../../../local/services/s3/xml-reader.ts';

describe('the XML reader', () => {
  it('reads elements, references and empty elements', () => {
    const root = readXml(
      '<?xml version="1.0"?>\n<Delete xmlns="x"><!-- c --><Key>a&amp;b&#x41;&#66; </Key><Quiet/></Delete>',
    );

    expect(root.name).toBe('Delete');
    expect(childText(root, 'Key')).toBe('a&bAB ');
    expect(childText(root, 'Quiet')).toBe('');
    expect(childText(root, 'Other')).toBeUndefined();
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '</a>',
    '<a/><b/>',
    '<a><b></a></b>',
    '<a>&nbsp;</a>',
    '<a>&amp</a>',
    '<a>&#x110000;</a>',
    '<!DOCTYPE a><a/>',
    '<a><![CDATA[x]]></a>',
  ])('refuses %j', (document) => {
    expect(() => readXml(document)).toThrow(expect.objectContaining({ code: 'MalformedXML' }));
  });
});
