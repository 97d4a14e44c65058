// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a verb of the command line says where a command refused.

#include "web/refusals.hpp"

#include <string_view>

namespace poa::app {

/// One line a reason on standard error: `before`, the English sentence a page would show, and the facts it
/// does not tell.
void print_reasons(const Refusal& refusal, const web::Sentences& sentences, std::string_view before);

} // namespace poa::app
