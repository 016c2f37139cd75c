import { nodeProcess } from '../harness/node';
import { installN8n } from '../harness/n8n/install';
import { VERSION_VARIABLE } from '../harness/settings';
import { describeSmokeTest } from './describeSmokeTest';

describeSmokeTest(() => installN8n(nodeProcess.env[VERSION_VARIABLE]));
