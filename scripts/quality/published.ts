/** A figure that others published: theirs, on their data, never measured here. */
export interface PublishedFigure {
  readonly system: string;
  readonly task: string;
  readonly data: string;
  readonly figures: string;
}

const MAQSAM = 'call summaries, Arabic / English, 60 + 60, by their author';
const AXA = 'synthetic insurance calls, English, 40 labelled by hand';

/** Of the systems that this project starts from, as their READMEs state them. */
export const PUBLISHED: readonly PublishedFigure[] = [
  ['multilingual BERT, 134M', '.38 / .52', '.46 / .58'],
  ['JAIS 590M', '.65 / .68', '.54 / .57'],
  ['JAIS 1.3B', '.43 / .45', '.33 / .37'],
  ['JAIS 2.7B', '.85 / .85', '.84 / .85'],
  ['JAIS 6.7B, 4-bit, five examples in the prompt', '.95 / .98', '.94 / .98'],
]
  .map(([system = '', accuracy = '', f1 = '']): PublishedFigure => ({
    system,
    task: 'sentiment',
    data: MAQSAM,
    figures: `accuracy ${accuracy}, F1 ${f1}`,
  }))
  .concat([
    {
      system: 'Llama 3.2 1B, 4-bit',
      task: 'sentiment',
      data: AXA,
      figures: 'accuracy .80, weighted F1 .77, macro F1 .64; always positive: accuracy .725',
    },
    {
      system: 'Llama 3.2 1B, 4-bit',
      task: 'outcome, two labels',
      data: AXA,
      figures: 'accuracy .68, weighted F1 .60, macro F1 .55; always resolved: accuracy .60',
    },
    {
      system: 'FLAN-T5-base with LoRA',
      task: 'summary',
      data: 'SAMSum chats, English, 100 or 200 validation rows',
      figures: 'ROUGE-1 .462, ROUGE-2 .218, ROUGE-L .398',
    },
  ]);
