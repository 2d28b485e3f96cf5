// SPDX-License-Identifier: Apache-2.0
#include "layers/report/docx_parts.hpp"

#include <fmt/format.h>

#include <numeric>

#include "embedded/report_files.hpp"
#include "engine/core/error.hpp"
#include "layers/report/xml.hpp"

namespace redline::word {
namespace {

constexpr auto DECLARATION = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr auto W = R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";
constexpr long PICTURE_WIDTH = 5'740'000;  // EMU, 159 mm

std::string styles() {
  for (auto const& f : embedded::report_files())
    if (f.name == "docx_styles.xml") return std::string(f.text);
  throw Error(ErrorKind::invariant, "workspace.not_embedded", {"docx_styles.xml"});
}

std::string run(std::string_view text) {
  return text.empty() ? std::string{} : R"(<w:r><w:t xml:space="preserve">)" + xml(text) + "</w:t></w:r>";
}

unsigned big_endian(std::string const& bytes, std::size_t at) {
  unsigned out = 0;
  for (std::size_t i = at; i < at + 4; ++i) out = out << 8U | static_cast<unsigned char>(bytes[i]);
  return out;
}

std::string content_types() {
  constexpr auto WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  return std::string(DECLARATION) +
         R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
         R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
         R"(<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>)" +
         fmt::format(R"(<Override PartName="/word/document.xml" ContentType="{0}document.main+xml"/>)"
                     R"(<Override PartName="/word/styles.xml" ContentType="{0}styles+xml"/>)"
                     R"(<Override PartName="/word/footer1.xml" ContentType="{0}footer+xml"/>)",
                     WORD) +
         R"(<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>)";
}

std::string relation(std::string const& id, std::string_view type, std::string const& target) {
  return fmt::format(R"(<Relationship Id="{}" Type="{}" Target="{}"/>)", id, type, target);
}

std::string relations(std::string const& content) {
  return std::string(DECLARATION) +
         R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" + content +
         "</Relationships>";
}

constexpr std::string_view OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string document_relations(std::size_t pictures) {
  auto out = relation("rId1", std::string(OFFICE) + "styles", "styles.xml") +
             relation("rId2", std::string(OFFICE) + "footer", "footer1.xml");
  for (std::size_t i = 1; i <= pictures; ++i)
    out += relation(fmt::format("image{}", i), std::string(OFFICE) + "image", fmt::format("media/image{}.png", i));
  return relations(out);
}

std::string core(std::string_view title, std::string const& date) {
  return std::string(DECLARATION) +
         R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
         R"(xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" )"
         R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>)" +
         xml(title) + R"(</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">)" + date +
         "T00:00:00Z</dcterms:created></cp:coreProperties>";
}

std::string footer() {
  return std::string(DECLARATION) + fmt::format("<w:ftr {}>", W) +
         R"(<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">— </w:t></w:r>)"
         R"(<w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>)"
         R"(<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>)";
}

std::string document(std::string const& body) {
  return std::string(DECLARATION) +
         fmt::format(R"(<w:document {} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" )"
                     R"(xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" )"
                     R"(xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" )"
                     R"(xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>)",
                     W) +
         body +
         R"(<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>)"
         R"(<w:pgMar w:top="1418" w:right="1418" w:bottom="1304" w:left="1418" w:header="850" w:footer="737" w:gutter="0"/>)"
         "</w:sectPr></w:body></w:document>";
}

}  // namespace

std::string paragraph(char const* style, std::string_view text, bool new_page, bool right) {
  return fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/>{}{}</w:pPr>{}</w:p>)", style,
                     new_page ? "<w:pageBreakBefore/>" : "", right ? R"(<w:jc w:val="right"/>)" : "", run(text));
}

std::string row(std::vector<TableCell> const& cells, std::vector<int> const& widths, bool heading, int height) {
  std::string out = "<w:tr><w:trPr><w:cantSplit/>";
  if (height > 0) out += fmt::format(R"(<w:trHeight w:val="{}" w:hRule="atLeast"/>)", height);
  out += heading ? "<w:tblHeader/></w:trPr>" : "</w:trPr>";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto const& c = cells[i];
    out += fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>{}{}</w:tcPr>)", widths[i],
                       c.head ? R"(<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>)" : "",
                       height > 0 ? R"(<w:vAlign w:val="bottom"/>)" : "");
    out += paragraph(c.head ? "TableHead" : "TableText", c.text, false, c.number) + "</w:tc>";
  }
  return out + "</w:tr>";
}

std::string table(std::vector<int> const& widths, std::string const& rows) {
  std::string grid, borders;
  for (auto const w : widths) grid += fmt::format(R"(<w:gridCol w:w="{}"/>)", w);
  for (auto const* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
    borders += fmt::format(R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="404040"/>)", side);
  auto const width = std::accumulate(widths.begin(), widths.end(), 0);
  return fmt::format(R"(<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/><w:tblBorders>{}</w:tblBorders>)", width,
                     borders) +
         R"(<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>)"
         "</w:tblCellMar></w:tblPr><w:tblGrid>" +
         grid + "</w:tblGrid>" + rows + "</w:tbl>" + paragraph("Gap", "");
}

std::string picture(int number, std::string const& png, std::string_view title) {
  constexpr std::size_t WIDTH_AT = 16, HEIGHT_AT = 20, HEADER = 24;
  if (png.size() < HEADER) throw Error(ErrorKind::output, "write.failed", {"PNG", std::string(title)});
  auto const height =
      PICTURE_WIDTH * static_cast<long>(big_endian(png, HEIGHT_AT)) / static_cast<long>(big_endian(png, WIDTH_AT));
  return fmt::format(
      R"(<w:p><w:pPr><w:pStyle w:val="Figure"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">)"
      R"(<wp:extent cx="{0}" cy="{1}"/><wp:docPr id="{2}" name="image{2}" descr="{3}"/><a:graphic>)"
      R"(<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>)"
      R"(<pic:cNvPr id="{2}" name="image{2}.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="image{2}"/>)"
      R"(<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{0}" cy="{1}"/>)"
      R"(</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>)"
      R"(</wp:inline></w:drawing></w:r></w:p>)",
      PICTURE_WIDTH, height, number, xml(title));
}

std::vector<int> widths_of(std::vector<double> const& shares) {
  auto const all = std::accumulate(shares.begin(), shares.end(), 0.0);
  std::vector<int> out;
  out.reserve(shares.size());
  for (auto const s : shares) out.push_back(static_cast<int>(TEXT_WIDTH * s / all));
  return out;
}

std::vector<ZipEntry> package(std::string const& body, std::vector<std::string> const& pictures, std::string_view title,
                              std::string const& date) {
  std::vector<ZipEntry> out{
      {"[Content_Types].xml", content_types()},
      {"_rels/.rels",
       relations(relation("rId1", std::string(OFFICE) + "officeDocument", "word/document.xml") +
                 relation("rId2",
                          "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                          "docProps/core.xml"))},
      {"docProps/core.xml", core(title, date)},
      {"word/document.xml", document(body)},
      {"word/_rels/document.xml.rels", document_relations(pictures.size())},
      {"word/styles.xml", styles()},
      {"word/footer1.xml", footer()}};
  for (std::size_t i = 0; i < pictures.size(); ++i)
    out.emplace_back(fmt::format("word/media/image{}.png", i + 1), pictures[i]);
  return out;
}

}  // namespace redline::word
