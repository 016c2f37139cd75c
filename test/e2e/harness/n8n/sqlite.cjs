/**
 * Asks n8n's database a question and prints the rows as JSON. Runs under n8n's own Node, with
 * n8n's own SQLite: node sqlite.cjs <folder of n8n> <file> <sql>
 */
const [host, file, sql] = process.argv.slice(2);
const sqlite3 = require(require.resolve('sqlite3', { paths: [host] }));

const database = new sqlite3.Database(file, sqlite3.OPEN_READONLY);
database.configure('busyTimeout', 10_000);
database.all(sql, (error, rows) => {
	if (error) throw error;
	process.stdout.write(JSON.stringify(rows));
});
