import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from './problem-panel.tsx';

const useStyles = makeStyles({
  content: {
    display: 'grid',
    // Without a minimum of 0 the longest option of a list would widen the whole form.
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalL,
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

interface Props {
  readonly open: boolean;
  readonly close: () => void;
  readonly title: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
  readonly cancel?: string;
  readonly busy?: boolean;
  readonly blocked?: boolean;
  readonly error?: unknown;
}

/** A question or a small form in a dialog: one way to go on, one to leave it. Nothing happens on closing. */
export function AskDialog(props: Props) {
  const { t } = useTranslation();
  const styles = useStyles();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (props.busy !== true && props.blocked !== true) props.onConfirm();
  };
  return (
    <Dialog open={props.open} onOpenChange={(_event, data) => !data.open && props.close()}>
      <DialogSurface>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{props.title}</DialogTitle>
            <DialogContent className={styles.content}>
              {props.children}
              {props.error != null && <ProblemPanel error={props.error} />}
            </DialogContent>
            <DialogActions>
              <Button type="button" onClick={props.close}>
                {props.cancel ?? t('common.cancel')}
              </Button>
              <Button
                type="submit"
                appearance="primary"
                disabled={props.blocked ?? false}
                disabledFocusable={props.busy ?? false}
              >
                {props.confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
