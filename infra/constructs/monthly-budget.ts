import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import { namesOf } from '../names.ts';
import { ENVIRONMENT_TAG, stackOf } from '../sada-stack.ts';

export interface MonthlyBudgetProps {
  usd: number;
  /** Who is told: AWS Budgets writes itself. */
  email: string;
}

/** What an environment may cost a month, by the tag that all of its resources carry. */
export class MonthlyBudget extends CfnBudget {
  constructor(scope: Construct, id: string, { usd, email }: MonthlyBudgetProps) {
    const { config, region } = stackOf(scope);
    const tell = (notificationType: string, threshold: number) => ({
      notification: {
        notificationType,
        threshold,
        thresholdType: 'PERCENTAGE',
        comparisonOperator: 'GREATER_THAN',
      },
      subscribers: [{ subscriptionType: 'EMAIL', address: email }],
    });
    super(scope, id, {
      budget: {
        // Budgets are of the account, whatever the region.
        budgetName: namesOf(config.name).budget(region),
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: usd, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:${ENVIRONMENT_TAG}$${config.name}`] },
      },
      notificationsWithSubscribers: [tell('ACTUAL', 80), tell('FORECASTED', 100)],
    });
  }
}
