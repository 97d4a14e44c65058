// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/effects_parts.hpp"

namespace poa::decisions {
namespace {

namespace clause = charter::clause;

struct Extend {
    std::int64_t months = 0;
};

const Input<Extend>& extend_input() {
    static const auto input =
        Input<Extend>("office.extend")
            .number("months", &Extend::months, {.label = N_("Months more"), .least = 1, .most = 60});
    return input;
}

std::int64_t extended_by(const AgreedVersion& office) {
    return office.at("extended").empty() ? 0 : std::stoll(std::string(office.at("extended")));
}

Day last_day_of(const AgreedVersion& office, std::int64_t months) {
    return Day{months_after(Day{office.day_at("last")->days + 1}, months).days - 1};
}

/// The Chair who is in office; once the next one is elected, no term before it grows.
std::optional<AgreedVersion> in_office(const EffectScene& scene) {
    auto newest = agreed_now(scene, AgreedKind::office, "chair");
    if (!newest || !newest->day_at("first") || !newest->day_at("last")) return std::nullopt;
    const bool holds =
        *newest->day_at("first") <= today_of(scene) && today_of(scene) <= *newest->day_at("last");
    return holds ? newest : std::nullopt;
}

Result<std::vector<Change>> check_extend(const EffectScene& scene, const Extend& request) {
    Objecting objecting;
    const std::int64_t most = scene.in_force.charter[clause::chair::extension_months];
    const auto present = in_office(scene);
    if (!present) objecting.say("decisions.no_term_to_extend");
    const std::int64_t before = present ? extended_by(*present) : 0;
    if (most == 0)
        objecting.say("decisions.charter_has_none", {}, {}, number_of(clause::chair::extension_months));
    else if (before + request.months > most)
        objecting.say("decisions.extension_too_long", "months",
                      {{"most", std::to_string(most)}, {"before", std::to_string(before)}},
                      number_of(clause::chair::extension_months));
    if (!objecting.is_silent()) return std::move(objecting).or_else({});
    return std::vector<Change>{
        {N_("Last day"), std::string(present->at("last")), last_day_of(*present, request.months).iso()}};
}

ToAgree make_extended(const EffectScene& scene, const Extend& request, const Adoption&) {
    const AgreedVersion present = *in_office(scene);
    Attributes attributes = present.attributes;
    attributes.insert_or_assign("last", last_day_of(present, request.months).iso());
    attributes.insert_or_assign("extended", std::to_string(extended_by(present) + request.months));
    return {AgreedKind::office, present.key, present.title, present.text, std::move(attributes)};
}

} // namespace

void add_term_effects(Effects& effects) {
    effects.add(agreeing(
        "office.extend", N_("Extend the Chair's term"),
        N_("By at most the months that the charter gives, before the next Chair is elected."),
        Matter::elections, {"plenary", "review_conference"}, extend_input(), check_extend, make_extended));
}

} // namespace poa::decisions
