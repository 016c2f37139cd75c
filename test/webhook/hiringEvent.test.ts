import { parseHiringEvent } from '../../nodes/PeopleLens/webhook/hiringEvent';
import { computingTime } from '../support/eventLoop';

const parse = (json: string) => parseHiringEvent(Buffer.from(json));

it('an event keeps its data as sent: order, depth, empty and unknown fields', () => {
	const data = '{"z":1,"a":{"b":[1,null,{"c":""}]},"é":"\\u0000","n":-0.5e3}';
	const event = parse(`{"event":"future.event","timestamp":5,"data":${data},"extra":1}`);
	expect(event).toEqual({ event: 'future.event', timestamp: 5, data: JSON.parse(data) });
	expect(JSON.stringify(event?.data).startsWith('{"z":1,"a":{"b"')).toBe(true);
});

it.each(['{"event":"ping"}', '{"event":"ping","data":null,"timestamp":null}'])(
	'an event without time or data is still an event: %s',
	(json) => {
		expect(parse(json)).toEqual({ event: 'ping', timestamp: null, data: null });
	},
);

it.each(['[1]', '"text"', '7', 'false'])('data that is no object is delivered: %s', (data) => {
	expect(parse(`{"event":"ping","data":${data}}`)?.data).toEqual(JSON.parse(data));
});

it('a byte order mark before an event does no harm, and inside it stays', () => {
	expect(parse('\ufeff{"event":"ping"}')?.event).toBe('ping');
	expect(parse('{"event":"ping","data":"a\ufeffb"}')?.data).toBe('a\ufeffb');
});

it('an event with bytes that are no UTF-8 is none, because it would be delivered with other characters', () => {
	const [before, after] = ['{"event":"ping","data":"', '"}'].map((part) => Buffer.from(part));
	expect(parseHiringEvent(Buffer.concat([before, Buffer.from('é'), after]))?.data).toBe('é');
	expect(parseHiringEvent(Buffer.concat([before, Buffer.from([0xff]), after]))).toBeUndefined();
});

it('an event named __proto__ or with such a field changes no other object', () => {
	const event = parse('{"event":"x","data":{"__proto__":{"polluted":1},"constructor":{"a":1}}}');
	expect(Object.keys(event?.data ?? {})).toEqual(['__proto__', 'constructor']);
	expect(Object.getPrototypeOf(event?.data)).toBe(Object.prototype);
	expect('polluted' in {}).toBe(false);
});

describe('a number as an ID', () => {
	it.each([
		['9007199254740991', 9007199254740991],
		['9007199254740993', '9007199254740993'],
		['-9007199254740993', '-9007199254740993'],
		['123456789012345678901234567890', '123456789012345678901234567890'],
		['[1,9007199254740993]', [1, '9007199254740993']],
		['0.12345678901234567890', 0.12345678901234568],
		['1234567890123456.5', 1234567890123456.5],
		['1e21', 1e21],
		['1234567890123456e-5', 12345678901.23456],
		['"9007199254740993"', '9007199254740993'],
		['"a \\" 9007199254740993 \\\\"', 'a " 9007199254740993 \\'],
		['{"9007199254740993":9007199254740993}', { '9007199254740993': '9007199254740993' }],
	])('never becomes another number: %s', (json, value) => {
		expect(parse(`{"event":"x","data":{"id":${json}}}`)?.data).toEqual({ id: value });
	});
});

it('a large body with many escapes and digits is read in linear time', () => {
	const text = '\\"1234567890123456'.repeat(100_000);
	let event: ReturnType<typeof parse>;
	const ms = computingTime(() => (event = parse(`{"event":"x","data":"${text}"}`)));
	expect(event?.data).toHaveLength(17 * 100_000);
	expect(ms).toBeLessThan(1000);
});
