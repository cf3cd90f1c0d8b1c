import { commonForm, type ForeignRow, type ImportedRow } from './foreign-row.ts';

/**
 * Microsoft's helpdesk calls: `follow-up` is our follow_up_needed, and their topics, which are free
 * text, are kept under another name.
 */
export function ckmRow(row: ForeignRow): ImportedRow {
  const { topics, outcome, ...labels } = row.labels;
  return {
    ...commonForm(row),
    labels: {
      ...labels,
      outcome: outcome === 'follow-up' ? 'follow_up_needed' : outcome,
      topicTexts: topics,
    },
  };
}

const SPOKEN = /\*\*(Agent|Customer):\*\*\s*([^*]+)/g;

/** The same calls as one Markdown text: its bold labels are the speakers. */
export function ckmMarkdownRow(row: ForeignRow): ImportedRow {
  const { text = '', ...rest } = row;
  const turns = [...text.matchAll(SPOKEN)].map(([, speaker = '', said = '']) => ({
    speaker: speaker.toLowerCase(),
    text: said.trim().replaceAll(/\s+/g, ' '),
  }));
  return commonForm({ ...rest, turns });
}
