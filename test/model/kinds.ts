import type { Scenario } from './scenarios';
import type { Violation } from './verdict';

/** An end of the promise that docs/how-the-trigger-works.md names, and how the model comes to it. */
export interface Kind {
	/** Words of the row in that table. */
	row: string;
	violation: Violation;
	/** What must have happened in its shortest trace: without it, the same bounds find nothing. */
	cause: RegExp;
	scenario: Scenario;
	/** What `bounds` becomes when the cause is taken away. */
	without: Partial<Scenario['bounds']>;
}

export const KINDS: Kind[] = [
	{
		row: 'An event appears in the log later than the overlap allows',
		violation: 'missed',
		cause: /later than the overlap allows/,
		scenario: {
			name: 'too late',
			from: 'watching',
			bounds: { events: 2, tooLate: 1, checks: 1 },
			schedulers: ['classic', 'durable'],
		},
		without: { tooLate: 0 },
	},
	{
		row: 'Events that PeopleLens removes from its log before a check could read them',
		violation: 'missed',
		cause: /PeopleLens removes event/,
		scenario: {
			name: 'removed',
			from: 'watching',
			bounds: { events: 1, removed: 1, checks: 1 },
			schedulers: ['classic', 'durable'],
		},
		without: { removed: 0 },
	},
	{
		row: 'You change the Base URL to another tenant, and back: the events in between',
		violation: 'missed',
		cause: /the Base URL is changed/,
		scenario: {
			name: 'another tenant',
			from: 'watching',
			bounds: { events: 1, moves: 2 },
			schedulers: ['classic', 'durable'],
		},
		without: { moves: 0 },
	},
	{
		row: "What the trigger remembers in n8n's static data was destroyed",
		violation: 'missed',
		cause: /is destroyed in n8n's database/,
		scenario: {
			name: 'destroyed',
			from: 'watching',
			bounds: { events: 1, destroyed: 1, crashes: 1, checks: 1 },
			schedulers: ['classic', 'durable'],
		},
		without: { destroyed: 0 },
	},
	{
		row: 'n8n is killed in the moment between writing the execution and writing what the trigger remembers',
		violation: 'repeated',
		cause: /killed between writing the execution and/,
		scenario: {
			name: 'killed between two writes',
			from: 'watching',
			bounds: { events: 1, killsBetweenWrites: 1, checks: 1 },
			schedulers: ['classic'],
		},
		without: { killsBetweenWrites: 0 },
	},
	{
		row: 'The same kill the other way round',
		violation: 'missed',
		cause: /killed between writing what the trigger remembers and/,
		scenario: {
			name: 'killed the other way round',
			from: 'watching',
			bounds: { events: 1, killsBetweenWrites: 1, checks: 1 },
			schedulers: ['classic'],
		},
		without: { killsBetweenWrites: 0 },
	},
	{
		row: 'another node of the same workflow writes the workflow',
		violation: 'repeated',
		cause: /writes the static data back/,
		scenario: {
			name: 'older data written back',
			from: 'watching',
			bounds: { events: 1, writtenBack: 1, crashes: 1, checks: 1 },
			schedulers: ['classic'],
		},
		without: { writtenBack: 0 },
	},
	{
		row: 'the machine is so busy that n8n needs more than 30 seconds to store an execution',
		violation: 'repeated',
		cause: /begins a minute later, before they are saved/,
		scenario: {
			name: 'slow to save',
			from: 'watching',
			bounds: { events: 1, unsaved: 1, slowToSave: 1, checks: 2 },
			schedulers: ['durable'],
		},
		without: { slowToSave: 0 },
	},
	{
		row: "Part of what the trigger remembers can't be read",
		violation: 'repeated',
		cause: /is damaged in n8n's database/,
		scenario: {
			name: 'damaged',
			from: 'watching',
			bounds: { events: 1, damaged: 1, crashes: 1, checks: 1 },
			schedulers: ['classic', 'durable'],
		},
		without: { damaged: 0 },
	},
	{
		row: 'PeopleLens could not be reached, or took more than a second to answer, while you activated',
		violation: 'delivered, though older',
		cause: /the activation check 1 gets no answer/,
		scenario: {
			name: 'outage at the activation',
			from: 'activation',
			bounds: { events: 1, faults: 1, outages: 1 },
			schedulers: ['classic', 'durable'],
		},
		without: { faults: 0 },
	},
];
