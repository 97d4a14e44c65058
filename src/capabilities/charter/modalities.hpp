// SPDX-License-Identifier: Apache-2.0
#pragma once
// A charter: every clause with its value and where it comes from. Made by assembling.hpp from files that were
// read whole and without problems; so a value that exists says something on every clause.

#include "base/require.hpp"
#include "capabilities/charter/clauses.hpp"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace poa::charter {

enum class CharterKind : std::uint8_t {
    agreed,       ///< what States agreed
    proposal,     ///< what a State or an organisation proposed, as read in its paper
    continuation, ///< an existing process going on
    precedent,    ///< a mechanism on another matter
    own,          ///< somebody's own draft
};
[[nodiscard]] std::string_view name_of(CharterKind kind);
[[nodiscard]] std::optional<CharterKind> parse_charter_kind(std::string_view name);

/// What a charter says of itself.
struct CharterHead {
    std::string id; ///< "egypt"; of a draft: what its author calls it
    std::vector<std::pair<std::string, std::string>> titles; ///< language code, title; English always
    CharterKind kind = CharterKind::own;
    std::vector<std::string> of; ///< ISO3 or codes of the authors of the paper it was read in
    std::string based_on;        ///< id; empty: it stands alone
    std::string source;          ///< the document its clauses come from unless they say otherwise
    std::string about;
    /// In that language, else in English.
    [[nodiscard]] std::string_view title_in(std::string_view language) const;
};

struct ClauseEntry {
    ClauseValue value;
    Provenance provenance;
    std::string said_by;   ///< id of the charter whose file says it: another than its own where inherited
    std::int64_t line = 0; ///< in that file
    /// Of rights: those the file itself gives, "accredited/plenary"; the others are those of its base.
    std::vector<std::string> own_rights = {};
    bool operator==(const ClauseEntry&) const = default;
};

class Charter {
  public:
    Charter(CharterHead head, std::vector<ClauseEntry> entries)
        : head_(std::move(head)), entries_(std::move(entries)) {
        require(entries_.size() == clause_count, "a charter says something on every clause");
    }
    [[nodiscard]] const CharterHead& head() const { return head_; }
    [[nodiscard]] const std::string& id() const { return head_.id; }
    [[nodiscard]] const ClauseEntry& entry(std::size_t index) const { return entries_.at(index); }
    template <class Type> [[nodiscard]] const ClauseEntry& entry(Clause<Type> name) const {
        return entries_[name.index];
    }
    /// Its paper says it, or it follows from what the paper says; of somebody's own draft: its file says it.
    /// What is inherited, known from elsewhere or chosen so that the charter runs is nobody's word.
    [[nodiscard]] bool speaks_of(std::size_t index) const;
    /// The file of another charter says it.
    [[nodiscard]] bool is_inherited(std::size_t index) const {
        return entries_.at(index).said_by != head_.id;
    }

    /// The value of a clause that must say something. Needs: its declaration does not take "none".
    template <class Type> [[nodiscard]] const typename Type::Value& operator[](Clause<Type> name) const {
        const auto* value = find(name);
        require(value != nullptr, "this clause may be none: ask with find()");
        return *value;
    }
    /// Null where the charter says "none".
    template <class Type> [[nodiscard]] const typename Type::Value* find(Clause<Type> name) const {
        return std::get_if<typename Type::Value>(&entries_[name.index].value);
    }

    /// The same charter with one clause changed, said by `said_by`. Needs: a value the clause takes.
    [[nodiscard]] Charter with(std::size_t index, ClauseValue value, std::string said_by) const;

  private:
    CharterHead head_;
    std::vector<ClauseEntry> entries_;
};

} // namespace poa::charter
