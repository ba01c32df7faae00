import type { TablerIcon } from '@tabler/icons-react';
import IconAdjustmentsHorizontal from '@tabler/icons-react/icons/IconAdjustmentsHorizontal';
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconBan from '@tabler/icons-react/icons/IconBan';
import IconBinaryTree2 from '@tabler/icons-react/icons/IconBinaryTree2';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconChevronLeft from '@tabler/icons-react/icons/IconChevronLeft';
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight';
import IconClock from '@tabler/icons-react/icons/IconClock';
import IconColumns3 from '@tabler/icons-react/icons/IconColumns3';
import IconCopy from '@tabler/icons-react/icons/IconCopy';
import IconDeviceDesktop from '@tabler/icons-react/icons/IconDeviceDesktop';
import IconDotsVertical from '@tabler/icons-react/icons/IconDotsVertical';
import IconDownload from '@tabler/icons-react/icons/IconDownload';
import IconHome from '@tabler/icons-react/icons/IconHome';
import IconInbox from '@tabler/icons-react/icons/IconInbox';
import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle';
import IconKeyboard from '@tabler/icons-react/icons/IconKeyboard';
import IconList from '@tabler/icons-react/icons/IconList';
import IconLogout from '@tabler/icons-react/icons/IconLogout';
import IconMoon from '@tabler/icons-react/icons/IconMoon';
import IconPlayerPlay from '@tabler/icons-react/icons/IconPlayerPlay';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import IconStar from '@tabler/icons-react/icons/IconStar';
import IconStarFilled from '@tabler/icons-react/icons/IconStarFilled';
import IconSun from '@tabler/icons-react/icons/IconSun';
import IconUser from '@tabler/icons-react/icons/IconUser';
import IconX from '@tabler/icons-react/icons/IconX';

interface IconProps {
  size?: number;
}

/** A Tabler icon in this product's size and stroke. A text beside it gives its meaning, so screen readers skip it. */
function drawn(Icon: TablerIcon) {
  return ({ size = 18 }: IconProps) => <Icon size={size} stroke={1.7} aria-hidden focusable={false} />;
}

export const BackIcon = drawn(IconChevronLeft);
export const CheckIcon = drawn(IconCheck);
export const ClockIcon = drawn(IconClock);
export const ColumnsIcon = drawn(IconColumns3);
export const CopyIcon = drawn(IconCopy);
export const CrossIcon = drawn(IconX);
export const DialsIcon = drawn(IconAdjustmentsHorizontal);
export const DownloadIcon = drawn(IconDownload);
export const ForwardIcon = drawn(IconChevronRight);
export const GraphIcon = drawn(IconBinaryTree2);
export const HomeIcon = drawn(IconHome);
export const InboxIcon = drawn(IconInbox);
export const InfoIcon = drawn(IconInfoCircle);
export const KeyboardIcon = drawn(IconKeyboard);
export const ListIcon = drawn(IconList);
export const MoonIcon = drawn(IconMoon);
export const MoreIcon = drawn(IconDotsVertical);
export const PersonIcon = drawn(IconUser);
export const PlayIcon = drawn(IconPlayerPlay);
export const PlusIcon = drawn(IconPlus);
export const SearchIcon = drawn(IconSearch);
export const SignOutIcon = drawn(IconLogout);
export const SlashIcon = drawn(IconBan);
export const StarIcon = drawn(IconStar);
export const StarFilledIcon = drawn(IconStarFilled);
export const SunIcon = drawn(IconSun);
export const SystemIcon = drawn(IconDeviceDesktop);
export const WarningIcon = drawn(IconAlertTriangle);
