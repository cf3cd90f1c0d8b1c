import { sentimentOf } from '../../baseline/sentiment.ts';
import { choiceIn } from '../answers.ts';
import { citedIn } from '../line-question.ts';
import { usable } from '../parts.ts';
import type { Shown } from '../shown.ts';
import type { Answers, Task } from '../task.ts';
import { isUnavailable } from '../unavailable.ts';
import { QUARTERS } from './quarters.ts';
import {
  AGENT,
  AGENT_BRANCH,
  CUSTOMER,
  quarterBranch,
  quarterQuestions,
  TURN,
  TURN_BRANCH,
} from './questions.ts';
import { Sentiment, type SentimentLabel } from './result.ts';
import { overWindows } from './windows.ts';

/** What the customer feels about the service, from beginning to end, and how the agent sounds. */
export const sentiment: Task<Sentiment> = {
  result: Sentiment,
  side: () => 'customer',
  questions: (_, shown) => ({
    sentiment: CUSTOMER,
    [TURN_BRANCH]: TURN,
    ...(hasAgent(shown) && { [AGENT_BRANCH]: AGENT }),
    ...quarterQuestions(shown),
  }),
  read(answers, shown) {
    const customer = choiceIn(CUSTOMER, answers['sentiment'], shown);
    if (isUnavailable(customer)) return customer;
    return {
      ...customer,
      bySpeaker: { agent: agentIn(answers, shown), customer: customer.label },
      trend: QUARTERS.map((quarter) => polarityIn(answers, quarter, shown)),
      evidence: citedIn(TURN, answers[TURN_BRANCH], shown, 'customer'),
    };
  },
  combine(parts) {
    const valued = usable(parts);
    return isUnavailable(valued) ? valued : overWindows(valued);
  },
  baseline: ({ utterances, transcript }) => sentimentOf(utterances, transcript),
};

const hasAgent = ({ turns }: Shown): boolean =>
  [...turns.values()].some(({ speaker }) => speaker === 'agent');

function agentIn(answers: Answers, shown: Shown): SentimentLabel | null {
  const agent = choiceIn(AGENT, answers[AGENT_BRANCH], shown);
  return isUnavailable(agent) ? null : agent.label;
}

/** How much more positive than negative, -1 to 1. */
function polarityIn(answers: Answers, quarter: number, shown: Shown): number | null {
  const mood = choiceIn(CUSTOMER, answers[quarterBranch(quarter)], shown);
  return isUnavailable(mood) ? null : mood.scores.positive - mood.scores.negative;
}
