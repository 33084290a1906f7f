/** Names of elements that do nothing themselves: those that are read through, and those known and left out. */

/** Wrappers: what stands in them is read as if it stood there itself. */
export const WRAPPERS =
  `document body sdt sdtContent smartTag customXml hyperlink fldSimple dir bdo ruby rubyBase
  tblGrid drawing pict`.split(/\s+/);

/** Mathematics: its text in order, without its layout. */
export const MATHEMATICS =
  `oMathPara oMath r e f num den sup sub sSup sSub sSubSup sPre d nary lim limLow limUpp func
  fName acc bar box borderBox eqArr groupChr m mr phant rad deg`.split(/\s+/);

export const MATHEMATICS_LEFT_OUT =
  `oMathParaPr rPr ctrlPr fPr sSupPr sSubPr sSubSupPr sPrePr dPr naryPr limLowPr limUppPr
  funcPr accPr barPr boxPr borderBoxPr eqArrPr groupChrPr mPr phantPr radPr argPr`.split(/\s+/);

/** Known and left out: formatting, marks without text, and what is not part of the running text. */
export const LEFT_OUT =
  `tblPr tblPrEx tblGridChange sectPr sdtPr sdtEndPr smartTagPr customXmlPr rt rubyPr background
  instrText ffData fldData delText delInstrText proofErr noProof permStart permEnd softHyphen lastRenderedPageBreak
  bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference annotationRef
  footnoteReference endnoteReference footnoteRef endnoteRef separator continuationSeparator pgNum
  insRangeStart insRangeEnd delRangeStart delRangeEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart
  moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd
  customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd
  contentPart control movie dayShort dayLong monthShort monthLong yearShort yearLong`.split(/\s+/);

/** Drawings hold text in text boxes only; the many elements around those are of no interest. */
export const DRAWING_PREFIXES: ReadonlySet<string> = new Set(
  'wp wp14 a pic c dgm wps wpg wpc wpi v o w10'.split(' '),
);
