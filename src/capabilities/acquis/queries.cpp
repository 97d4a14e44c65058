// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/queries.hpp"

#include "base/require.hpp"
#include "capabilities/acquis/reading.hpp"
#include "capabilities/acquis/store.hpp"
#include "capabilities/decisions/decisions.hpp"

#include <algorithm>
#include <limits>

namespace poa::acquis {
namespace {

constexpr Instant for_ever{std::numeric_limits<std::int64_t>::max()};

AgreedText text_of(storage::Session& session, const decisions::AgreedVersion& version) {
    AgreedText made{version.key,
                    version.title,
                    version.text,
                    std::string(version.at("language")),
                    std::string(version.at("kind")),
                    std::string(version.at("source")),
                    std::string(version.at("level")),
                    version.since,
                    {}};
    made.by.proposal = version.by.proposal.number;
    made.by.symbol = version.by.symbol;
    made.by.body = decisions::body_of_decision(session, version.by.proposal);
    return made;
}

void take(Framework& framework, const store::KeptRegistration& kept) {
    if (sha256(kept.content) != kept.digest)
        throw MachineFailure(
            "A registration of the framework is damaged in the database: its digest does not "
            "fit. Restore a backup.");
    auto registration = parse_registration(kept.content);
    if (!registration)
        throw MachineFailure("Registration " + std::to_string(kept.number) +
                             " of the framework cannot be read by this version (" +
                             registration.error().reasons.front().code + ").");
    MadeBy by;
    by.registration = kept.number;
    by.symbol = kept.title;
    by.on_behalf = kept.on_behalf;
    auto added = framework.add(*registration, kept.at, by);
    require(added.has_value(), "what was registered was checked against what was there");
}

} // namespace

Instant end_of(Day day) {
    return {(static_cast<std::int64_t>(day.days) + 1) * 86'400'000'000 - 1};
}

Framework framework_at(storage::Session& session, Instant moment) {
    const auto kept = store::registrations(session, moment);
    auto agreed = decisions::store::agreed_until(session, decisions::AgreedKind::acquis_item, moment);
    std::ranges::stable_sort(agreed, {}, &decisions::AgreedVersion::since);
    Framework framework;
    auto decided = agreed.begin();
    auto take_decided = [&](Instant before) {
        for (; decided != agreed.end() && decided->since < before; ++decided)
            framework.add(text_of(session, *decided));
    };
    for (const store::KeptRegistration& one : kept) {
        take_decided(one.at);
        take(framework, one);
    }
    take_decided(for_ever);
    for (; decided != agreed.end(); ++decided) framework.add(text_of(session, *decided));
    return framework;
}

Framework framework_now(storage::Session& session) {
    return framework_at(session, for_ever);
}

std::shared_ptr<const Framework> CurrentFramework::of(storage::Session& session) {
    const std::string now =
        std::to_string(store::newest_number(session)) + "/" +
        std::to_string(decisions::store::count_agreed(session, decisions::AgreedKind::acquis_item));
    {
        std::lock_guard lock(mutex_);
        if (framework_ && seen_ == now) return framework_;
    }
    auto made = std::make_shared<const Framework>(framework_now(session));
    std::lock_guard lock(mutex_);
    seen_ = now;
    framework_ = made;
    return made;
}

} // namespace poa::acquis
