// SPDX-License-Identifier: Apache-2.0
#pragma once
// The charter as agreed with sections changed, and what is found against it.
#include "capabilities/charter/contradictions.hpp"
#include "capabilities/charter/presets.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace poa::charter::changed {

inline Charter charter(const std::string& sections) {
    auto file = read_charter("charter: draft\ntitle: {en: T}\nkind: own\nbased_on: agreed-2025\n" + sections);
    EXPECT_TRUE(file.has_value()) << sections;
    auto whole = Presets::shipped().assemble(*file);
    EXPECT_TRUE(whole.has_value());
    // The rights as they are written, not merged with those of the base: a row says what somebody lacks.
    const std::size_t rights = clause::participants::rights.index;
    const auto given = file->entries.find(rights);
    return given == file->entries.end() ? *whole : whole->with(rights, given->second.value, "draft");
}

inline const Contradiction* find(const std::vector<Contradiction>& all, std::string_view code) {
    auto found = std::ranges::find(all, code, &Contradiction::code);
    return found == all.end() ? nullptr : &*found;
}

inline std::string clause_paths(const Contradiction& one) {
    std::string made;
    for (std::size_t clause : one.clauses) made += (made.empty() ? "" : " ") + clauses()[clause].path;
    return made;
}

inline std::string codes(const std::vector<Contradiction>& all) {
    std::string made;
    for (const Contradiction& one : all) made += one.code + " ";
    return made;
}

} // namespace poa::charter::changed
