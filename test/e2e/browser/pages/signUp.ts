/** A new n8n asks its first visitor for an account. */
import type { Page } from '@playwright/test';
import type { Account } from '../../harness/n8n/rest';
import { openNewWorkflow } from './creator';

export const ACCOUNT: Account = {
	email: 'hedda@peoplelens.example',
	firstName: 'Hedda',
	lastName: 'Richter',
	password: 'Browser-Test-1',
};

export async function signUp(page: Page): Promise<void> {
	await page.goto('/');
	for (const [name, value] of Object.entries(ACCOUNT)) {
		await page.getByTestId(name).locator('input').fill(value);
	}
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL((url) => !url.pathname.startsWith('/setup'));
	await openNewWorkflow(page);
}
