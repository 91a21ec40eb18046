import { ACTIONS, type Action, RECORD_ACTIONS, type RecordAction } from './procedure/actions';

/**
 * The acts the trail knows besides those on a case (procedure/actions.ts), by the group a reader of the trail chooses them in. A line can be written for
 * no other act; every act has its sentence in src/messages/trail.{ru,en}.json.
 */
const OTHER_ACTS = {
  entrance: ['sign_in', 'sign_in_failed', 'sign_out', 'choose_role', 'enter_by_identity'],
  reading: ['read_case', 'read_list', 'read_person', 'read_trail'],
  files: [
    'open_evidence',
    'upload_evidence',
    'delete_evidence',
    'restore_evidence',
    'replace_evidence',
    'add_entry',
    'change_entry',
    'remove_entry',
    'restore_entry',
  ],
  output: ['print_page', 'export_trail'],
  refusals: ['refused'],
  fields: ['save_field', 'save_recommendations'],
  cases: ['create_application', 'discard_application', 'start_practice_case', 'freeze_card'],
  accounts: [
    'register_account',
    'confirm_email',
    'change_email',
    'claim_email',
    'cancel_email_change',
    'void_email_claim',
    'absorb_account',
    'change_password',
    'reset_password',
    'request_access',
    'activate_account',
    'link_identity',
    'unlink_identity',
    'save_profile',
    'issue_account',
    'invite_to_role',
    'accept_invitation',
    'remove_role',
    'restore_role',
    'reopen_account',
    'lock_account',
    'reissue_activation',
  ],
  employees: ['create_employee', 'join_employee_account', 'update_employee', 'dismiss_employee', 'save_card_entry', 'remove_card_entry'],
  settings: ['move_clock'],
} as const;

type OtherAct = (typeof OTHER_ACTS)[keyof typeof OTHER_ACTS][number];

/** An act that may stand in the trail. */
export type TrailAction = Action | RecordAction | OtherAct;

/** Acts on an account as such: they concern every region where the person holds a role, not the one he happens to work in. */
const ACCOUNT_WIDE: readonly TrailAction[] = [
  'sign_in',
  'sign_in_failed',
  'sign_out',
  'confirm_email',
  'change_email',
  'claim_email',
  'cancel_email_change',
  'void_email_claim',
  'absorb_account',
  'change_password',
  'reset_password',
  'link_identity',
  'unlink_identity',
  'save_profile',
];

export const isAccountWide = (action: TrailAction): boolean => ACCOUNT_WIDE.includes(action);

/** Every act that may stand in the trail. */
export const TRAIL_ACTIONS: readonly TrailAction[] = [...ACTIONS, ...RECORD_ACTIONS, ...Object.values(OTHER_ACTS).flat()];

/** What a reader of the trail chooses acts by. */
export type TrailGroup = keyof typeof OTHER_ACTS;
export const TRAIL_GROUPS = Object.keys(OTHER_ACTS) as TrailGroup[];

/** Answers and scores: saved one by one, read together. */
const SAVES: readonly TrailAction[] = ['save_field', 'save_score', 'save_recommendations'];

/** The acts of a group; steps of a case are those of its procedure too. */
export function actsOfGroup(group: string): readonly TrailAction[] {
  if (group === 'fields') return SAVES;
  if (group === 'refusals') return ['refused', 'sign_in_failed'];
  const own: readonly TrailAction[] = Object.hasOwn(OTHER_ACTS, group) ? OTHER_ACTS[group as TrailGroup] : [];
  return group === 'cases' ? [...own, ...ACTIONS, ...RECORD_ACTIONS.filter((act) => !SAVES.includes(act))] : own;
}

export const groupOf = (action: string): TrailGroup =>
  TRAIL_GROUPS.find((group) => actsOfGroup(group).some((act) => act === action)) ?? 'cases';

/** Acts of people on their own account, which a link or the portal vouches for: nobody is signed in yet. */
const BY_ONESELF: readonly TrailAction[] = [
  ...(['register_account', 'confirm_email', 'reset_password', 'request_access', 'activate_account'] as const),
  ...(['accept_invitation', 'enter_by_identity', 'link_identity', 'claim_email'] as const),
];
export const isByOneself = (action: string): boolean => BY_ONESELF.some((act) => act === action);
