// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/commands/register_instrument.hpp"

#include "base/text.hpp"
#include "capabilities/acquis/permissions.hpp"
#include "capabilities/acquis/queries.hpp"
#include "capabilities/acquis/reading.hpp"
#include "capabilities/acquis/store.hpp"

#include <algorithm>

namespace poa::acquis {
namespace {

bool is_empty(const FrameworkEvent& event) {
    return event.instruments.empty() && event.topics.empty() && event.items_added.empty() &&
           event.items_revised.empty() && event.checklists.empty();
}

Registered counted(const FrameworkEvent& event) {
    auto size = [](const std::vector<std::string>& keys) { return static_cast<std::int64_t>(keys.size()); };
    return {true,
            event.number,
            size(event.instruments),
            size(event.items_added),
            size(event.items_revised),
            size(event.checklists)};
}

Result<FrameworkEvent> add_to(Framework& framework, const Registration& registration, Instant at, MadeBy by) {
    const std::string note_before = framework.checklist_note();
    if (auto added = framework.add(registration, at, std::move(by)); !added) return refuse(added.error());
    FrameworkEvent event = framework.events().back();
    if (is_empty(event) && note_before == framework.checklist_note())
        return refuse(Refusal::Kind::rule, "acquis.changes_nothing");
    return event;
}

void record(ledger::Work& work, const std::string& on_behalf, std::int64_t person,
            const store::KeptRegistration& kept, const FrameworkEvent& event) {
    ledger::Entry entry;
    entry.act = "acquis.register_instrument";
    entry.on_behalf = on_behalf;
    entry.subject = "acquis:" + std::to_string(kept.number);
    entry.audience = Audience::everyone;
    entry.person = person;
    entry.facts = {{"title", kept.title},
                   {"sha256", kept.digest.hex()},
                   {"instruments", join(event.instruments, " ")},
                   {"items_added", std::to_string(event.items_added.size())},
                   {"items_revised", join(event.items_revised, " ")},
                   {"checklists", std::to_string(event.checklists.size())}};
    work.record(entry);
}

Result<Registered> register_text(ledger::Work& work, const std::string& on_behalf, std::int64_t person,
                                 std::string_view text) {
    auto registration = parse_registration(text);
    if (!registration) return refuse(registration.error());
    Framework framework = framework_now(work.session());
    const Sha256 digest = sha256(text);
    if (store::has_registration(work.session(), digest))
        return Registered{false, static_cast<std::int64_t>(framework.events().size()), 0, 0, 0, 0};
    // A clock that went back puts no version before the one it follows.
    const Instant at =
        framework.events().empty() ? work.now() : std::max(work.now(), framework.events().back().at);
    store::KeptRegistration kept{store::newest_number(work.session()) + 1,
                                 registration->title,
                                 digest,
                                 std::string(text),
                                 on_behalf,
                                 at};
    MadeBy by;
    by.registration = kept.number;
    by.symbol = kept.title;
    by.on_behalf = on_behalf;
    auto event = add_to(framework, *registration, at, std::move(by));
    if (!event) return refuse(event.error());
    store::add_registration(work.session(), kept);
    record(work, on_behalf, person, kept, *event);
    return counted(*event);
}

} // namespace

const Input<RegisterInstrument>& input_of(Of<RegisterInstrument>) {
    static const auto input =
        Input<RegisterInstrument>("acquis.register_instrument")
            .multiline(
                "registration", &RegisterInstrument::registration,
                {.label = N_("Registration, as JSON"),
                 .hint = N_("Instruments with year, body and how they were adopted, and the items that "
                            "come from them; the form is data/acquis.schema.json."),
                 .characters_max = 1'000'000});
    return input;
}

Result<Registered> register_instrument(ledger::Work& work, const identity::Actor& actor,
                                       const RegisterInstrument& request) {
    auto permit = permissions().check("acquis.register_instrument", actor);
    if (!permit) return refuse(permit.error());
    return register_text(work, permit->on_behalf(), actor.person().number, request.registration);
}

Result<Registered> register_shipped(ledger::Work& work, std::string_view text) {
    if (store::newest_number(work.session()) > 0) return Registered{};
    return register_text(work, "operator", 0, text);
}

Result<Registered> check_registration(std::string_view shipped, std::string_view text) {
    Framework framework;
    if (shipped != text) {
        auto base = parse_registration(shipped);
        if (!base) return refuse(base.error());
        if (auto added = framework.add(*base, {}, {}); !added) return refuse(added.error());
    }
    auto registration = parse_registration(text);
    if (!registration) return refuse(registration.error());
    auto event = add_to(framework, *registration, {}, {});
    if (!event) return refuse(event.error());
    return counted(*event);
}

} // namespace poa::acquis
