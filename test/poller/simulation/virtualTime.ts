import { nextTurn } from '../../support/node';

interface Appointment {
	at: number;
	order: number;
	action: () => void;
}

/** Time that jumps from one appointment to the next, once everything that awaits has gone on. */
export class VirtualTime {
	private readonly appointments: Appointment[] = [];

	private count = 0;

	/** @param now ms since the epoch, by the clock that dates the events */
	constructor(public now: number) {}

	at(moment: number, action: () => void): void {
		const appointment = { at: Math.max(moment, this.now), order: this.count++, action };
		let index = this.appointments.length;
		while (index > 0 && this.appointments[index - 1].at <= appointment.at) index--;
		this.appointments.splice(index, 0, appointment);
	}

	async runUntil(end: number): Promise<void> {
		await nextTurn();
		for (;;) {
			const next = this.appointments[this.appointments.length - 1];
			if (next === undefined || next.at > end) break;
			this.appointments.pop();
			this.now = next.at;
			next.action();
			await nextTurn();
		}
		this.now = Math.max(this.now, end);
	}
}
