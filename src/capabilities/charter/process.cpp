// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/process.hpp"

#include <algorithm>
#include <array>

namespace poa::charter {
namespace {

constexpr std::array part_names{std::string_view("predecessor"), std::string_view("same_matter"),
                                std::string_view("other")};

bool lasts_on(const Process& process, Day day) {
    return process.from <= day && (!process.to || day <= *process.to);
}

std::optional<Day> earlier(std::optional<Day> a, std::optional<Day> b) {
    if (!a || !b) return a ? a : b;
    return std::min(*a, *b);
}

/// The days both last, where they do.
std::optional<ParallelTracks> shared_days(const Process& a, const Process& b) {
    const Day from = std::max(a.from, b.from);
    if (!lasts_on(a, from) || !lasts_on(b, from)) return std::nullopt;
    return ParallelTracks{a.key, b.key, from, earlier(a.to, b.to)};
}

Refusal refusal(std::string code, const ClauseSpec& clause) {
    Refusal made = Refusal::because(Refusal::Kind::rule, std::move(code));
    made.reasons.back().clause = clause.number;
    return made;
}

} // namespace

std::string_view name_of(ProcessPart part) {
    return part_names[static_cast<std::size_t>(part)];
}

std::optional<ProcessPart> parse_process_part(std::string_view name) {
    auto found = std::ranges::find(part_names, name);
    if (found == part_names.end()) return std::nullopt;
    return static_cast<ProcessPart>(found - part_names.begin());
}

std::vector<ParallelTracks> parallel_tracks(const Charter& charter, Day founded,
                                            std::span<const Process> processes) {
    if (!charter[clause::mechanism::single_track]) return {};
    std::vector<Process> all{Process{"mechanism", {}, {}, ProcessPart::same_matter, founded, {}}};
    if (const Day* end = charter.find(clause::mechanism::ends_on)) all.front().to = *end;
    for (const Process& process : processes)
        if (process.part != ProcessPart::other) all.push_back(process);
    std::vector<ParallelTracks> found;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
            if (auto shared = shared_days(all[i], all[j])) found.push_back(*shared);
    return found;
}

Result<void> may_act(const Charter& charter, Day day, std::span<const Process> processes) {
    const Day* guard = charter.find(clause::founding::no_act_before);
    if (guard != nullptr && day < *guard)
        return refuse(refusal("charter.not_founded_yet", spec_of(clause::founding::no_act_before))
                          .with("from", guard->iso()));
    if (!charter[clause::founding::after_working_group]) return {};
    for (const Process& process : processes)
        if (process.part == ProcessPart::predecessor && lasts_on(process, day))
            return refuse(refusal("charter.predecessor_lasts", spec_of(clause::founding::after_working_group))
                              .with("process", process.title));
    return {};
}

} // namespace poa::charter
