// SPDX-License-Identifier: Apache-2.0
// What commands of people and members record, and why they may refuse.
#include "app/reference_words.hpp"

namespace poa::app {
namespace {

constexpr std::string_view account_entry =
    "One entry for the person's own eyes: nobody else learns from the public log who it was.";
constexpr std::string_view appointment_entry =
    "One entry for Member States with role, body and days. Who was appointed, and on which credentials, is "
    "sealed.";

} // namespace

std::vector<CommandWords> words_of_people() {
    return {
        {"identity.sign_in",
         "One entry, also of failed attempts (of the 1st, 2nd, 4th, 8th ... of a pair of account and "
         "client), for the person's own eyes.",
         {"identity.sign_in_failed", "identity.try_later", "identity.changed_meanwhile"}},
        {"identity.sign_out", account_entry, {}},
        {"identity.revoke_session", account_entry, {"identity.no_such_session"}},
        {"identity.revoke_other_sessions",
         "One entry with the number of sign-ins ended, for the person's own eyes.",
         {}},
        {"identity.change_password",
         "One entry with the number of sign-ins ended, for the person's own eyes; one of a failed attempt "
         "too.",
         {"identity.wrong_password", "identity.password_too_short", "identity.password_too_long",
          "identity.password_too_common", "identity.password_is_own_name", "identity.try_later"}},
        {"identity.change_profile",
         "One entry with the language, for the person's own eyes.",
         {"identity.changed_meanwhile"}},
        {"identity.accept_invitation",
         "One entry with the purpose of the link, for the person's own eyes.",
         {"identity.link_unknown", "identity.password_too_short", "identity.password_too_long",
          "identity.password_too_common", "identity.password_is_own_name"}},
        {"identity.invite_person",
         appointment_entry,
         {"identity.email_malformed", "identity.body_unknown", "identity.basis_needed",
          "identity.person_exists", "identity.role_not_of_body", "identity.may_not_appoint",
          "identity.day_past", "identity.day_order", "identity.head_exists"}},
        {"identity.appoint",
         appointment_entry,
         {"identity.no_such_person", "identity.body_unknown", "identity.basis_needed",
          "identity.role_not_of_body", "identity.may_not_appoint", "identity.may_not_appoint_oneself",
          "identity.day_past", "identity.day_order", "identity.already_appointed", "identity.head_exists",
          "identity.not_impartial"}},
        {"identity.end_appointment",
         appointment_entry,
         {"identity.no_such_appointment", "identity.may_not_appoint", "identity.already_ended"}},
        {"identity.reset_password_link",
         "One entry with the day the link expires, for the body the person acts for.",
         {"identity.no_such_person"}},
        {"identity.create_first_account",
         "One entry with whether the secretariat had an account already, and the reason.",
         {"identity.secretariat_exists", "identity.reason_needed", "identity.person_exists"}},
        {"notices.mark_read",
         "One entry for the person's own eyes with how many became read; nothing where none did.",
         {"notices.name_one"}},
        {"notices.choose_mails",
         "One entry for the person's own eyes with the kinds that are not sent by mail.",
         {}},
        {"notices.retry_mails",
         "One entry for the secretariat with how many mails are sent again; whose they are is sealed.",
         {"notices.nothing_to_retry"}},
        {"members.load_reference",
         "One public entry with the digests of both files and the counts; nothing where they are there "
         "already.",
         {}},
    };
}

} // namespace poa::app
