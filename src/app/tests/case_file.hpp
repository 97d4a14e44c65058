// SPDX-License-Identifier: Apache-2.0
#pragma once
// Request cases: text files that say what is sent and what must come back. They are the manual's examples.
//
//   ### The title of the case                 one file holds any number of cases
//   # Why, where that is not plain.
//   GET /documents?limit=1                    request line, without the version
//   Accept: application/json                  headers; Host, Connection and Content-Length are added
//                                             a blank line, then the body where there is one
//   ---
//   200                                       status
//   content-type: application/json            a header that must be so; `***` stands for anything
//   !set-cookie                               a header that must not be there
//   etag: @{etag}                             a name not heard before takes what stands there ...
//   ---
//   "slug":"a-99-1"***"symbol"                each line must be found in the body
//   !drydock                                  and this one must not
//
// ... and later cases of the same file may write @{etag}. @{token:secretariat} is the bearer token of a role.
// In the request `\xNN` stands for one byte and `\r\n` for the end of a line (multipart bodies).

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace poa::app::test {

struct RequestCase {
    std::string title;
    int line = 0; ///< of the title
    std::string method, target;
    std::vector<std::string> headers; ///< "Name: value"
    std::string body;
    int status = 0;
    std::vector<std::string> expected_headers, expected_fragments;
};

using Names = std::map<std::string, std::string, std::less<>>;

/// Throws std::runtime_error naming the line that cannot be read.
[[nodiscard]] std::vector<RequestCase> read_cases(const std::string& text);
/// The bytes to send.
[[nodiscard]] std::string bytes_of(const RequestCase& request, const Names& names);
/// Whether `pattern` is found in `text` (`whole`: is all of it). Unknown names take what they stand for.
[[nodiscard]] bool matches(const std::string& pattern, const std::string& text, bool whole, Names& names);

} // namespace poa::app::test
