import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';

const SHOWN_MS = 6000;
const NoticeContext = createContext<(words: string) => void>(() => {
  throw new Error('useNotice outside of its provider');
});

/** Says in one line, for eyes and for screen readers, that something is done. */
export function useNotice(): (words: string) => void {
  return useContext(NoticeContext);
}

const useStyles = makeStyles({
  region: {
    position: 'fixed',
    insetInline: 0,
    bottom: tokens.spacingVerticalXXL,
    display: 'flex',
    justifyContent: 'center',
    pointerEvents: 'none',
    zIndex: 1000001,
  },
  notice: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    maxWidth: 'min(560px, calc(100vw - 32px))',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusXLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow16,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    color: tokens.colorNeutralForegroundInverted,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
  },
});

export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const [notice, setNotice] = useState<{ words: string } | null>(null);
  const say = useCallback((words: string) => setNotice({ words }), []);
  useEffect(() => {
    if (!notice) return undefined;
    const timer = setTimeout(() => setNotice(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <NoticeContext value={say}>
      {children}
      <output className={styles.region}>
        {notice && (
          <div className={styles.notice}>
            <CheckmarkCircle20Filled aria-hidden="true" />
            {notice.words}
          </div>
        )}
      </output>
    </NoticeContext>
  );
}
