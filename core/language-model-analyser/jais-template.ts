import type { Language } from '../call.ts';

/** What stands around a person's words in the form that a model was trained on. */
export interface ChatTemplate {
  /** Up to where the person begins. */
  readonly opening: string;
  /** From where the person ends to where the model begins; its answer follows with a space. */
  readonly closing: string;
}

const CLOSING = '\n[|AI|]\n### Response :';

/**
 * JAIS's chat form, as its model cards give it (inceptionai/jais-family-*-chat): one a language,
 * word for word, since the model was tuned on these very words.
 */
export const JAIS_TEMPLATE: Readonly<Record<Language, ChatTemplate>> = {
  en: {
    opening:
      "### Instruction:Your name is 'Jais', and you are named after Jebel Jais, the highest mountain in UAE. You were made by 'Inception' in the UAE. You are a helpful, respectful, and honest assistant. Always answer as helpfully as possible, while being safe. Complete the conversation between [|Human|] and [|AI|]:\n### Input: [|Human|] ",
    closing: CLOSING,
  },
  ar: {
    opening:
      '### Instruction:اسمك "جيس" وسميت على اسم جبل جيس اعلى جبل في الامارات. تم بنائك بواسطة Inception في الإمارات. أنت مساعد مفيد ومحترم وصادق. أجب دائمًا بأكبر قدر ممكن من المساعدة، مع الحفاظ على البقاء أمناً. أكمل المحادثة بين [|Human|] و[|AI|] :\n### Input:[|Human|] ',
    closing: CLOSING,
  },
};
