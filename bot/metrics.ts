import type { Meter } from '@opentelemetry/api';
import type { Store } from './core/ports/store.ts';
import { deliveryFigures } from './delivery-figures.ts';

const OFF = { enabled: false };

/**
 * Sends the figures of delivery to Azure Monitor, and nothing else: no traces and no logs, in which an address or a
 * word of somebody's could travel along. Returns what ends it.
 */
export async function startMetrics(
  connectionString: string,
  deps: { readonly store: Pick<Store, 'reads'>; readonly now: () => Date },
): Promise<() => Promise<void>> {
  const { useAzureMonitor, shutdownAzureMonitor } = await import('@azure/monitor-opentelemetry');
  const { metrics } = await import('@opentelemetry/api');
  useAzureMonitor({
    azureMonitorExporterOptions: { connectionString },
    samplingRatio: 0,
    enableLiveMetrics: false,
    enableStandardMetrics: false,
    enablePerformanceCounters: false,
    instrumentationOptions: {
      azureSdk: OFF,
      http: OFF,
      mongoDb: OFF,
      mySql: OFF,
      postgreSql: OFF,
      redis: OFF,
      redis4: OFF,
      bunyan: OFF,
      winston: OFF,
      console: OFF,
    },
  });
  observeDelivery(metrics.getMeter('alongside'), deps);
  return shutdownAzureMonitor;
}

/** Puts the figures on a meter; they are read from the store when the meter is read. */
export function observeDelivery(
  meter: Pick<Meter, 'createObservableGauge' | 'addBatchObservableCallback'>,
  { store, now }: { readonly store: Pick<Store, 'reads'>; readonly now: () => Date },
): void {
  const states = meter.createObservableGauge('alongside.occurrences', {
    description: 'Occurrences of running programmes, by state',
  });
  const oldest = meter.createObservableGauge('alongside.oldest_due', { unit: 's' });
  const rate = meter.createObservableGauge('alongside.sent_in_last_second');
  const paused = meter.createObservableGauge('alongside.paused', { unit: 's' });
  meter.addBatchObservableCallback(
    async (result) => {
      const figures = await deliveryFigures(store, now());
      for (const [state, count] of Object.entries(figures.states)) result.observe(states, count, { state });
      result.observe(oldest, figures.oldestDueSeconds);
      result.observe(rate, figures.perSecond);
      result.observe(paused, figures.pausedSeconds);
    },
    [states, oldest, rate, paused],
  );
}
