// SPDX-License-Identifier: Apache-2.0
#pragma once
// What `poa reports` says of files of answers, and how it reads them.

#include "capabilities/national_reports/answers_file.hpp"
#include "web/refusals.hpp"

#include <string>
#include <vector>

namespace poa::app {

/// The sentences of surveys, reports and forms: a refusal reads the same here as on a page.
[[nodiscard]] const web::Sentences& report_sentences();
/// All reasons on standard error, below the name of the file; gives the exit code.
int print_file_refusal(const std::string& file, const Refusal& refusal);
/// A line for each answer that could not be taken, with its place and why, on standard output.
void print_left(const std::vector<national_reports::Unread>& unread);

} // namespace poa::app
