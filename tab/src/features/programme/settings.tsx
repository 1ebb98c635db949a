import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProgrammeOverview } from '../../../../bot/api/contract.ts';
import { HelpContacts } from './help-contacts.tsx';
import { SettingsForm } from './settings-form.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXL },
});

/** Whom to call first, since nothing starts without it; then the programme's rules. */
export function Settings({ programme }: { readonly programme: ProgrammeOverview }) {
  const styles = useStyles();
  const [form, setForm] = useState(0);
  return (
    <div className={styles.stack}>
      <HelpContacts programme={programme} />
      <SettingsForm key={form} programme={programme} renew={() => setForm(form + 1)} />
    </div>
  );
}
