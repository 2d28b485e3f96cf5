// JSON of others, and texts of others in JSON. parse_json() gives nullopt where the text is none or is nested deeper
// than JSON_DEPTH: what walks through it afterwards calls itself once a level. JSON holds UTF-8 alone, while names of
// files and options are bytes (GBK on many a disk): as_json() writes such a text as {"bytes": "c7f8…"}, and
// text_of_json() is the way back; other texts stand as they are. Maps with such a text become lists of pairs. The ways
// back throw
// std::exception where there is something else.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace redline {

inline constexpr int JSON_DEPTH = 200;
using TextMap = std::map<std::string, std::string>;

std::optional<nlohmann::ordered_json> parse_json(std::string_view text);
nlohmann::ordered_json as_json(std::string const& text);
nlohmann::ordered_json as_json(TextMap const& texts);
std::string text_of_json(nlohmann::ordered_json const& json);
TextMap texts_of_json(nlohmann::ordered_json const& json);

}  // namespace redline
