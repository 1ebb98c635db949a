import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import type { ButtonProps } from '@fluentui/react-components';

/** A button that opens a dialog: when that closes, the keyboard is back here. */
export function OpenButton(props: ButtonProps) {
  return <Button {...useRestoreFocusTarget()} {...props} />;
}
