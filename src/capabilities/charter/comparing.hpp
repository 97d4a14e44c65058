// SPDX-License-Identifier: Apache-2.0
#pragma once
// Charters side by side, clause by clause, and what is common ground among them. Nothing here ranks who wrote
// them.

#include "capabilities/charter/modalities.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::charter {

/// Whether who asked for `own` on a clause can live with `other`: the same; a span that lies within theirs; a
/// list that holds all of `other`. Who named an alternative (plenary.also_accepted_months) can live with that
/// as well.
[[nodiscard]] bool can_live_with(const Charter& charter, const ClauseSpec& clause, const ClauseValue& other);

/// One value of a clause and which of the compared charters stand how to it (places in the list that was
/// compared).
struct ValueStand {
    ClauseValue value;
    std::vector<std::size_t> say;     ///< their paper says exactly this
    std::vector<std::size_t> accept;  ///< their paper says something that can live with it
    std::vector<std::size_t> chosen;  ///< their file has it, known from elsewhere or so that it runs
    std::vector<std::size_t> inherit; ///< silent: the charter they are based on has this value
};

struct ComparedClause {
    std::size_t clause = 0;
    std::vector<ValueStand> values;  ///< distinct, those that somebody says first, in the charters' order
    std::vector<std::size_t> silent; ///< whose paper says nothing
    [[nodiscard]] bool is_shared() const { return values.size() == 1; }
    /// The value that the papers of most say or can live with. Silence counts for nothing: null where no
    /// paper speaks of the clause, and where two values have as many behind them.
    [[nodiscard]] const ValueStand* nearest() const;
};

/// All clauses in their order. Needs: at least one charter; pointers to live ones.
[[nodiscard]] std::vector<ComparedClause> compare(std::span<const Charter* const> charters);

/// The value as the coded views would have it as an answer to the clause's question, as a person types it
/// there: 12 months between plenaries is "annual". Nothing where no question asks, or the value is none of
/// its answers.
[[nodiscard]] std::optional<std::string> answer_for(const ClauseSpec& clause, const ClauseValue& value);

/// What the coded views say to one value: States by ISO3.
struct Voices {
    std::vector<std::string> can_live_with, cannot;
};
/// Given the clause's question and an answer; nothing where no such question is on the record.
using HearVoices = std::function<std::optional<Voices>(std::string_view question, std::string_view answer)>;

/// Of the values compared, the one that the most States' views can live with. Nothing where no view bears on
/// any.
struct VoicedValue {
    std::size_t value = 0; ///< place in ComparedClause::values
    Voices voices;
};
[[nodiscard]] std::optional<VoicedValue> most_voiced(const ComparedClause& compared, const HearVoices& hear);

} // namespace poa::charter
