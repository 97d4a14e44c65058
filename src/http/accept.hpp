// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the client would rather have: media types and languages.

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace poa::http {

/// The index of the media type to answer with (RFC 9110 section 12.5.1): the offered one of highest quality,
/// where the most specific range that fits decides its quality; the earlier offered among equals. Nothing
/// where none is acceptable. An empty header, or one with nothing readable in it, accepts everything. An
/// offered type may have parameters ("application/taxii+json;version=2.1").
[[nodiscard]] std::optional<std::size_t> choose(std::string_view accept_header,
                                                std::span<const std::string_view> offered);

/// The index of the language to answer in (RFC 4647 section 3.4, lookup): "fr-CA" finds an offered "fr".
/// Nothing where none of those wanted is offered; "*" takes the first offered that is not refused by q=0.
[[nodiscard]] std::optional<std::size_t> choose_language(std::string_view accept_language,
                                                         std::span<const std::string_view> offered);

} // namespace poa::http
