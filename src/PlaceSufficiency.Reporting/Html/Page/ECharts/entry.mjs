import { use, init, getInstanceByDom } from 'echarts/core';
import { BarChart, LineChart, ScatterChart, LinesChart, CustomChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, DataZoomInsideComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
use([BarChart, LineChart, ScatterChart, LinesChart, CustomChart, AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, DataZoomInsideComponent, LabelLayout, SVGRenderer]);
export { init, getInstanceByDom };
