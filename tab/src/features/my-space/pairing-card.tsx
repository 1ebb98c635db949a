import { Badge, Body1, Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { Chat20Regular } from '@fluentui/react-icons/svg/chat';
import { VideoPerson20Regular } from '@fluentui/react-icons/svg/video-person';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonLine } from '../../ui/person-line.tsx';
import { Reasons } from '../../ui/reasons.tsx';
import { OpenButton } from '../../ui/open-button.tsx';
import { Section } from '../../ui/section.tsx';
import { useFormats } from '../../words/formats.ts';
import { EndPairingDialog } from './end-pairing-dialog.tsx';
import type { MyPairing } from './my-space-api.ts';
import { relation } from './relation.ts';
import { weekOf } from './week-of.ts';

const useStyles = makeStyles({
  person: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    justifyContent: 'space-between',
    alignItems: 'center',
  },
  people: { display: 'grid', gap: tokens.spacingVerticalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  part: { display: 'grid', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Someone one walks with: how to reach them, how far along, why the two of you, and a kind way out. */
export function PairingCard({ pairing }: { readonly pairing: MyPairing }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const names = formats.list(pairing.partners.map((partner) => partner.name));
  const ended = pairing.state === 'ended';
  return (
    <Section
      title={
        ended
          ? t('mySpace.pairing.before', { names })
          : t(`mySpace.pairing.title.${relation(pairing)}`, { names })
      }
      action={<StateBadge state={pairing.state} />}
    >
      <div className={styles.people}>
        {pairing.partners.map((partner) => (
          <div key={partner.id} className={styles.person}>
            <PersonLine person={partner} size={ended ? 40 : 64} />
            {!ended && partner.chatUrl !== null && (
              <Button
                as="a"
                href={partner.chatUrl}
                target="_blank"
                appearance="primary"
                icon={<Chat20Regular />}
              >
                {t('mySpace.pairing.chat', { name: partner.name.split(' ')[0] ?? partner.name })}
              </Button>
            )}
          </div>
        ))}
      </div>
      {ended ? (
        <Body1 className={styles.quiet}>
          {t('mySpace.pairing.walked', { from: formats.day(pairing.startedAt) })}
        </Body1>
      ) : (
        <Walk pairing={pairing} names={names} />
      )}
    </Section>
  );
}

function Walk({ pairing, names }: { readonly pairing: MyPairing; readonly names: string }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const [now] = useState(() => new Date());
  const [ending, setEnding] = useState(false);
  const { week, weeks } = weekOf(pairing, now);
  const progress = t('mySpace.pairing.week', { week, weeks, day: formats.day(pairing.endsAt) });
  return (
    <>
      <div className={styles.part}>
        <ProgressBar value={week / weeks} thickness="large" aria-label={progress} />
        <Body1 className={styles.quiet}>{progress}</Body1>
      </div>
      {pairing.state === 'quiet' && <Body1>{t('mySpace.pairing.quietHint', { names })}</Body1>}
      <div className={styles.part}>
        <Text weight="semibold">{t('mySpace.why')}</Text>
        <Reasons reasons={pairing.reasons} label={t('mySpace.why')} />
      </div>
      <div className={styles.buttons}>
        {pairing.meetUrl !== null && (
          <Button as="a" href={pairing.meetUrl} target="_blank" icon={<VideoPerson20Regular />}>
            {t('mySpace.pairing.meet')}
          </Button>
        )}
        <OpenButton appearance="subtle" onClick={() => setEnding(true)}>
          {t('mySpace.pairing.end')}
        </OpenButton>
      </div>
      <EndPairingDialog pairing={pairing} names={names} open={ending} close={() => setEnding(false)} />
    </>
  );
}

const BADGES = { active: 'success', quiet: 'warning', ended: 'informative' } as const;

function StateBadge({ state }: Pick<MyPairing, 'state'>) {
  const { t } = useTranslation();
  return (
    <Badge appearance="tint" size="large" color={BADGES[state]}>
      {t(`pairingState.${state}`)}
    </Badge>
  );
}
