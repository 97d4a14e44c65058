// SPDX-License-Identifier: Apache-2.0
#pragma once
// Contracts. `require` states what must be true if our own code is right; it stays on in release builds.
// Bad input never reaches a `require`: it is refused before, with words (base/refusal.hpp).

#include <source_location>
#include <stdexcept>
#include <string>

namespace poa {

/// Our own mistake, with its place. Rolls the unit of work back; the operator reads place and sentence.
class OurMistake : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

/// A machine failure: disk full, database gone, file unreadable. What the operator can do is in the sentence.
class MachineFailure : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

[[noreturn]] void fail_requirement(const char* what, std::source_location where);

/// Throws OurMistake when `truth` is false.
inline void require(bool truth, const char* what,
                    std::source_location where = std::source_location::current()) {
    if (!truth) [[unlikely]]
        fail_requirement(what, where);
}

} // namespace poa
