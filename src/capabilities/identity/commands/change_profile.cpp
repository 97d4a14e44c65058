// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/attempt.hpp"
#include "capabilities/identity/fields.hpp"
#include "capabilities/identity/identity.hpp"

namespace poa::identity {
namespace {

constexpr std::string_view command = "identity.change_profile";

} // namespace

const Input<ChangeProfile>& input_of(Of<ChangeProfile>) {
    static const auto input =
        Input<ChangeProfile>(std::string(command))
            .line("name", &ChangeProfile::name, {.label = name_label})
            .choice("language", &ChangeProfile::language,
                    {.label = language_label, .choices = language_choices()})
            .number("revision", &ChangeProfile::revision, {.label = N_("Revision"), .least = 1});
    return input;
}

Result<ChangedProfile> change_profile(ledger::Work& work, const Actor& actor, const ChangeProfile& request) {
    auto permit = permissions().check(command, actor);
    if (!permit) return refuse(permit.error());
    storage::Session& session = work.session();
    auto before = store::person_by_id(session, actor.person());
    require(before.has_value(), "who is signed in has an account");
    if (!store::set_profile(session, actor.person(), request.name, request.language, request.revision))
        return refuse(Refusal::Kind::conflict, "identity.changed_meanwhile");
    ledger::Entry entry = account_entry(std::string(command), actor.person());
    entry.facts = {{"language", request.language}};
    entry.sealed = {{"name_before", before->name}, {"name", request.name}};
    work.record(entry);
    return ChangedProfile{request.revision + 1};
}

} // namespace poa::identity
