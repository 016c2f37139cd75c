/** The main figures as a picture for the documentation, drawn by Apache ECharts without a browser. */
import { init } from 'echarts';
import type { Bar } from './report';

export type Theme = 'light' | 'dark';

const COLORS: Record<Theme, { ink: string; faint: string; theirs: string; ours: string }> = {
	light: { ink: '#24292f', faint: '#d0d7de', theirs: '#8c959f', ours: '#0f766e' },
	dark: { ink: '#e6edf3', faint: '#30363d', theirs: '#6e7681', ours: '#2dd4bf' },
};

/** In pixels, as everything here; nothing measures text without a browser, so there is room to spare. */
const WIDTH = 760;
const LABELS = 240;
const BAR_HEIGHT = 74;
const MARGIN = 90;

/**
 * @param bars from top to bottom
 * @returns an SVG
 */
export function drawChart(bars: Bar[], theme: Theme): string {
	const { ink, faint, theirs, ours } = COLORS[theme];
	const height = MARGIN + bars.length * BAR_HEIGHT;
	const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
	const series = (name: string, color: string, pick: (bar: Bar) => number) => ({
		name,
		type: 'bar' as const,
		barWidth: 20,
		itemStyle: { color },
		label: {
			show: true,
			position: 'right' as const,
			color: ink,
			formatter: ({ value }: { value?: unknown }) => inSeconds(Number(value)),
		},
		data: bars.map(pick),
	});
	chart.setOption({
		animation: false,
		textStyle: { fontFamily: 'system-ui, sans-serif', color: ink },
		legend: { top: 8, itemGap: 40, textStyle: { color: ink } },
		grid: { left: LABELS, right: 90, top: 48, bottom: 36 },
		xAxis: {
			type: 'value',
			name: 'seconds',
			nameTextStyle: { color: ink },
			axisLabel: { color: ink },
			splitLine: { lineStyle: { color: faint } },
		},
		yAxis: {
			type: 'category',
			inverse: true,
			data: bars.map(({ what }) => what),
			axisLabel: { color: ink, fontSize: 13, lineHeight: 18 },
			axisLine: { lineStyle: { color: faint } },
			axisTick: { show: false },
		},
		series: [
			series("n8n's HTTP Request node", theirs, (bar) => bar.theirs / 1000),
			series('PeopleLens node', ours, (bar) => bar.ours / 1000),
		],
	});
	const svg = chart.renderToSVGString();
	chart.dispose();
	return svg;
}

const inSeconds = (seconds: number) => `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
