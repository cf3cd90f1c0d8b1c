import { LOCAL_CREDENTIALS, type Endpoints } from '../../local/child-environment.ts';
import { BUCKET, EVENT_BUS, REGION, TABLE } from '../../local/names.ts';

/** What a person needs to talk to the system, with lines that can be pasted as they are. */
export function welcome(endpoints: Endpoints, stateDirectory: string): string {
  const { accessKeyId, secretAccessKey } = LOCAL_CREDENTIALS;
  const keys = `AWS_ACCESS_KEY_ID=${accessKeyId} AWS_SECRET_ACCESS_KEY=${secretAccessKey} AWS_DEFAULT_REGION=${REGION}`;
  return `S3              ${endpoints.s3}  bucket ${BUCKET}
DynamoDB        ${endpoints.dynamodb}  table ${TABLE}
SQS             ${endpoints.sqs}
Step Functions  ${endpoints.stepFunctions}
EventBridge     ${endpoints.eventBridge}  bus ${EVENT_BUS}
State           ${stateDirectory}

Drop a recording (any keys and a region will do):
  ${keys} aws --endpoint-url ${endpoints.s3} s3 cp call.wav s3://${BUCKET}/recordings/call.wav
See what is announced:
  sada events --state ${stateDirectory}
Stop with Ctrl-C.
`;
}
