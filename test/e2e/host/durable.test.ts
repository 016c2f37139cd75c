import { describeScheduler } from './describeScheduler';
import { DURABLE } from './schedulers';

describeScheduler(DURABLE);
