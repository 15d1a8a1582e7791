/** A picture as pixels. */
import type { Picture } from './compose.ts';
import { embeddedFonts } from './fonts.ts';

/** Pixels of the picture for each pixel of the page: sharp on paper and on fine screens. */
const SCALE = 2;
/** The longest side that every browser draws. */
const LONGEST_SIDE = 16_000;

export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const scale = Math.min(SCALE, LONGEST_SIDE / Math.max(width, height));
  const image = await loaded(withFonts(svg, await embeddedFonts()));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('This browser could not make a picture of that size.'));
      else resolve(blob);
    }, 'image/png');
  });
}

function withFonts(svg: string, fonts: string): string {
  return fonts === '' ? svg : svg.replace(/(<svg[^>]*>)/, `$1<style>${fonts}</style>`);
}

function loaded(svg: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('This browser could not draw the picture.'));
    // The policy of the page lets pictures come from data, not from blobs.
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
}
