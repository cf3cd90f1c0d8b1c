import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in a handler's bundle where the SDK has its chain of credential providers: Lambda puts
 * the keys of a function's role into its environment, so profiles, SSO and the metadata service
 * would be a sixth of the bundle and never right.
 */
export const defaultProvider = fromEnv;
