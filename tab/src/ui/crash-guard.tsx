import { Component } from 'react';
import type { ReactNode } from 'react';
import { ProblemPanel } from './problem-panel.tsx';

interface Props {
  readonly children: ReactNode;
}

/**
 * Keeps a part that breaks from taking the page with it: a view whose file is gone after an update,
 * or a fault of ours. React offers this to classes only.
 */
export class CrashGuard extends Component<Props, { readonly error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <ProblemPanel error={this.state.error} retry={() => window.location.reload()} />;
  }
}
