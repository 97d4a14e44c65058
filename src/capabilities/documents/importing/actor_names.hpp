// SPDX-License-Identifier: Apache-2.0
#pragma once
// Names of States and organisations, as the caller knows them: who wrote a paper, whose reply a heading
// begins.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::documents {

struct Actor {
    std::string key;  ///< "state:EGY" or "organisation:cyberpeace-institute"
    std::string name; ///< as the table has it first
    bool operator==(const Actor&) const = default;
    [[nodiscard]] std::string iso3() const {
        return key.starts_with("state:") ? key.substr(6) : std::string();
    }
};

/// Text for comparing names: compatibility folded, no marks, no punctuation, single spaces, no article at
/// either end
/// ("the Kingdom of ...", "Gambia (the)").
[[nodiscard]] std::string fold_name(std::string_view name);

class ActorNames {
  public:
    /// Any number of names for one State, the first is the one shown.
    void add_state(std::string_view iso3, std::string_view name);
    void add_organisation(std::string_view slug, std::string_view name);

    /// The actor of exactly this name: "Netherlands (Kingdom of the)", "Türkiye".
    [[nodiscard]] std::optional<Actor> find(std::string_view name) const;
    /// The actor whose name stands earliest in `text` as words of its own ("Canada's submission ..."); of
    /// several at one place the longest. Costs one look-up per word and length of name, not per name of the
    /// table.
    [[nodiscard]] std::optional<Actor> find_in(std::string_view text) const;
    [[nodiscard]] bool empty() const { return by_name_.empty(); }

  private:
    void add(Actor actor);
    std::map<std::string, Actor, std::less<>> by_name_; ///< by folded name
    std::size_t words_max_ = 0;
};

} // namespace poa::documents
