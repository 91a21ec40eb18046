import type { Action, RecordAction } from './procedure/actions';

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
  employees: [
    'create_employee',
    'join_employee_account',
    'update_employee',
    'dismiss_employee',
    'check_card',
    'save_card_entry',
    'remove_card_entry',
  ],
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
