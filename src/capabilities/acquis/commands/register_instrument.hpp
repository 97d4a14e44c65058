// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/input.hpp"
#include "capabilities/acquis/framework.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"

namespace poa::acquis {

struct RegisterInstrument {
    std::string registration; ///< JSON text (data/acquis.schema.json)
};
[[nodiscard]] const Input<RegisterInstrument>& input_of(Of<RegisterInstrument>);

struct Registered {
    bool changed = false;     ///< false: that very text was registered before, nothing was written
    std::int64_t version = 0; ///< of the framework, after it
    std::int64_t instruments = 0, items_added = 0, items_revised = 0, checklists = 0;
};

/// Adds instruments adopted by consensus, and the items that come from them, to the framework: a further
/// version of it. Records "acquis.register_instrument" (title, digest, what was added) for everyone. Refuses:
/// identity.not_permitted; what parse_registration and Framework::add refuse, all problems at once;
/// "acquis.changes_nothing" (rule) where all of it is there already.
[[nodiscard]] Result<Registered> register_instrument(ledger::Work& work, const identity::Actor& actor,
                                                     const RegisterInstrument& request);

/// What the mechanism begins with (data/acquis.json): registered once, and never again in a database that has
/// a registration. The same refusals.
[[nodiscard]] Result<Registered> register_shipped(ledger::Work& work, std::string_view text);

/// What stands against a registration, without a database: against that of the text shipped, or, where it is
/// that, against nothing.
[[nodiscard]] Result<Registered> check_registration(std::string_view shipped, std::string_view text);

} // namespace poa::acquis
