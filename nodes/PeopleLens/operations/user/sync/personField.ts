/** What a list of people says of each. */
export type PersonField = 'email' | 'firstName' | 'lastName' | 'role';

/**
 * What one item says of a person, and what the field is called where the user has it.
 * @throws Error with words for the user when it can't be told
 */
export type ReadField = (field: PersonField) => { name: string; value: unknown };
