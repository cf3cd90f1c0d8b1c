import { describe, expect, it } from 'vitest';
import { redactorFor } from '../../../core/redaction/index.ts';

const turns = (texts: readonly string[]) =>
  texts.map((text, at) => ({ speaker: at % 2 === 0 ? 'agent' : 'customer', text }) as const);
const redactAll = (...texts: string[]): string[] => {
  const redactor = redactorFor(turns(texts));
  return texts.map((_, at) => redactor.turn(at));
};
const redact = (text: string): string => redactAll(text, 'ok')[0] ?? '';

describe('names where they are introduced', () => {
  it.each([
    ['with capitals', 'My name is Patricia Brown. Hello.', 'My name is [NAME]. Hello.'],
    [
      'as recognisers write',
      'my name is robert how can i help',
      'my name is [NAME] how can i help',
    ],
    ['with a family name', "my name is sarah jones and i'd like", "my name is [NAME] and i'd like"],
    ['with a family name that is a word', 'my name is patricia brown', 'my name is [NAME]'],
    ['after a pause', 'my name is um elizabeth', 'my name is um [NAME]'],
    ['that are auxiliaries', 'my name is will', 'my name is [NAME]'],
    ['before "speaking"', 'this is john speaking', 'this is [NAME] speaking'],
    ['after a greeting', 'hi this is helena', 'hi this is [NAME]'],
    [
      'at the end of a sentence',
      'Hi Ben, this is Helena. I need help',
      'Hi [NAME], this is [NAME]. I need help',
    ],
    ['after a title', 'may i speak to mr brown please', 'may i speak to mr [NAME] please'],
    ['with a dash', 'My name is Anne-Marie.', 'My name is [NAME].'],
    [
      'in Arabic',
      'السلام عليكم معك أحمد من خدمة العملاء',
      'السلام عليكم معك [NAME] من خدمة العملاء',
    ],
    ['in Arabic with a family name', 'اسمي فاطمة العتيبي وعندي سؤال', 'اسمي [NAME] وعندي سؤال'],
    ['in Arabic in two halves', 'اسمي عبد الرحمن', 'اسمي [NAME]'],
    ['in Egyptian Arabic', 'اهلا بيك يا فندم معاك كريم', 'اهلا بيك يا فندم معاك [NAME]'],
  ])('%s', (_, text, masked) => {
    expect(redact(text)).toBe(masked);
  });

  it('as the answer to a question for it', () => {
    expect(redactAll('can i have your full name please', 'yes it is crystal minh')[1]).toBe(
      'yes it is [NAME]',
    );
  });
});

describe('names in the rest of the call', () => {
  it('are masked before and after their introduction', () => {
    expect(
      redactAll('Hi Ben, can you hear me?', 'My name is Ben.', "Ben's right, thank you Ben"),
    ).toEqual([
      'Hi [NAME], can you hear me?',
      'My name is [NAME].',
      "[NAME]'s right, thank you [NAME]",
    ]);
  });

  it('are found with what Arabic writes onto them, with and without diacritics', () => {
    expect(redactAll('اسمي أحمد', 'شكرا لأحمد', 'يا أَحْمَد', 'واحمد')).toEqual([
      'اسمي [NAME]',
      'شكرا ل[NAME]',
      'يا [NAME]',
      'و[NAME]',
    ]);
  });

  it('leave the same word alone where it is no name', () => {
    expect(redactAll('My name is Grace.', 'the grace period is over', 'thanks grace')).toEqual([
      'My name is [NAME].',
      'the grace period is over',
      'thanks [NAME]',
    ]);
  });
});

describe('what is no name', () => {
  it.each([
    'راح نتواصل معك خلال يومين',
    'معكم القسم المختص',
    'معك حق والله',
    'this is ridiculous',
    'this is preposterous you know',
    "i'm livid about it",
    'الفاتورة معك مختومة',
    'this is from my bank',
    "i'm sorry about that",
    'I am tired of waiting.',
    'my user name is correct',
    'It is Monday. This is the third time.',
    'thank you for calling technical support',
    'may i have your name',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text);
  });
});
