import { Dropdown, Field, makeStyles, Option } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../../../bot/core/limits.ts';
import { useFormats } from '../../words/formats.ts';

/** Languages that companies of Europe, the Americas and Asia name most; one's own others stay in the list. */
const COMMON =
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv ta th tr uk ur vi zh'.split(
    ' ',
  );

const useStyles = makeStyles({ box: { minWidth: 0, width: '100%' } });

interface Props {
  readonly languages: readonly string[];
  readonly setLanguages: (languages: readonly string[]) => void;
}

/** Languages in which I can talk; the one I prefer was chosen first. */
export function LanguagesField({ languages, setLanguages }: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const formats = useFormats();
  const all = [...new Set([...languages, ...COMMON])].toSorted((one, other) =>
    formats.language(one).localeCompare(formats.language(other)),
  );
  return (
    <Field label={t('mySpace.hours.languages')} hint={t('mySpace.hours.languagesHint')}>
      <Dropdown
        className={styles.box}
        multiselect
        value={formats.list(languages.map(formats.language))}
        selectedOptions={[...languages]}
        onOptionSelect={(_event, data) =>
          setLanguages(data.selectedOptions.slice(0, LIMITS.languagesPerPerson))
        }
      >
        {all.map((language) => (
          <Option key={language} value={language}>
            {formats.language(language)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
