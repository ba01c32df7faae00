import type { ReactNode } from 'react';

interface IconProps {
  size?: number;
}

function Drawing({
  size = 18,
  filled = false,
  children,
}: IconProps & { filled?: boolean; children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const ListIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M7 5h10M7 10h10M7 15h10M3 5h.01M3 10h.01M3 15h.01" />
  </Drawing>
);

export const PlusIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 4v12M4 10h12" />
  </Drawing>
);

export const SearchIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="9" cy="9" r="5.5" />
    <path d="m13.2 13.2 3.8 3.8" />
  </Drawing>
);

export const SunIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="10" cy="10" r="3.4" />
    <path d="M10 2v1.6M10 16.4V18M2 10h1.6M16.4 10H18M4.3 4.3l1.2 1.2M14.5 14.5l1.2 1.2M15.7 4.3l-1.2 1.2M5.5 14.5l-1.2 1.2" />
  </Drawing>
);

export const MoonIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z" />
  </Drawing>
);

export const SystemIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="2.5" y="3.5" width="15" height="10" rx="1.5" />
    <path d="M7 17h6" />
  </Drawing>
);

export const SignOutIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M8 3.5H4.5v13H8M9 10h8m-3-3 3 3-3 3" />
  </Drawing>
);

export const CheckIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m4.5 10.5 3.5 3.5 7.5-8" />
  </Drawing>
);

export const CrossIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m5.5 5.5 9 9m0-9-9 9" />
  </Drawing>
);

export const ClockIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 6v4.2l2.6 1.6" />
  </Drawing>
);

export const InboxIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3 11.5 5.5 4h9l2.5 7.5V16H3v-4.5Zm0 0h4l1 2h4l1-2h4" />
  </Drawing>
);

export const PlayIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M6.5 4.5v11l9-5.5-9-5.5Z" />
  </Drawing>
);

export const SlashIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="10" cy="10" r="7" />
    <path d="m5.2 5.2 9.6 9.6" />
  </Drawing>
);

export const WarningIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 3 2.5 16.5h15L10 3Zm0 5.5v3.5m0 2.4v.01" />
  </Drawing>
);

export const BackIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M12 4.5 6.5 10l5.5 5.5" />
  </Drawing>
);

export const ForwardIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m8 4.5 5.5 5.5L8 15.5" />
  </Drawing>
);

export const InfoIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 9v4.5m0-7v.01" />
  </Drawing>
);

export const MoreIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 4.5v.01M10 10v.01M10 15.5v.01" strokeWidth="2.6" />
  </Drawing>
);

export const GraphIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="4.5" cy="10" r="2" />
    <circle cx="15.5" cy="4.5" r="2" />
    <circle cx="15.5" cy="15.5" r="2" />
    <path d="m6.3 9.1 7.4-3.7M6.3 10.9l7.4 3.7" />
  </Drawing>
);

export const DialsIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3 6h8m4 0h2M3 14h2m4 0h8" />
    <circle cx="13" cy="6" r="2" />
    <circle cx="7" cy="14" r="2" />
  </Drawing>
);

export const HomeIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3.5 9 10 3.5 16.5 9v7.5h-4.5v-5h-4v5H3.5Z" />
  </Drawing>
);

export const StarIcon = (props: IconProps & { filled: boolean }) => (
  <Drawing {...props}>
    <path d="m10 3 2.1 4.6 5 .6-3.7 3.4 1 5-4.4-2.5-4.4 2.5 1-5-3.7-3.4 5-.6Z" />
  </Drawing>
);

export const PersonIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="10" cy="7" r="3.3" />
    <path d="M3.8 16.8c.7-3 3.2-4.6 6.2-4.6s5.5 1.6 6.2 4.6" />
  </Drawing>
);

export const KeyboardIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="2.5" y="5" width="15" height="10" rx="1.8" />
    <path d="M5.5 8h.01M8.5 8h.01M11.5 8h.01M14.5 8h.01M7 12h6" />
  </Drawing>
);

export const CopyIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="7" y="7" width="9.5" height="9.5" rx="1.8" />
    <path d="M13 4.5a1 1 0 0 0-1-1H4.5a1 1 0 0 0-1 1V12a1 1 0 0 0 1 1" />
  </Drawing>
);

export const DownloadIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 3.5v9M6.5 9l3.5 3.5L13.5 9M4 16.5h12" />
  </Drawing>
);

export const ColumnsIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="3" y="4" width="14" height="12" rx="1.8" />
    <path d="M8 4v12M12.5 4v12" />
  </Drawing>
);
